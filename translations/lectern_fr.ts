<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en_GB">
<context>
    <name>lectern::app::DemoRelay</name>
    <message>
        <source>This desktop</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>The demo school&apos;s relay does not run: what happens in a meeting is shown a little later.</source>
        <translation>Le relais de l’école de démonstration ne fonctionne pas : ce qui se passe dans une réunion s’affiche un peu plus tard.</translation>
    </message>
</context>
<context>
    <name>lectern::app::DemoSchool::Worker</name>
    <message>
        <source>The demo school could not be started. Is Lectern installed completely?</source>
        <translation>L’école de démonstration n’a pas pu être démarrée. Lectern est-il entièrement installé&#xa0;?</translation>
    </message>
    <message>
        <source>Demo school</source>
        <translation>École de démonstration</translation>
    </message>
</context>
<context>
    <name>lectern::app::Desktop</name>
    <message>
        <source>Lectern – demo school</source>
        <translation>Lectern – école de démonstration</translation>
    </message>
    <message>
        <source>Lectern</source>
        <translation>Lectern</translation>
    </message>
    <message>
        <source>“%1” has started.</source>
        <translation>«&#xa0;%1&#xa0;» a commencé.</translation>
    </message>
    <message>
        <source>Opening the demo school</source>
        <translation>Ouverture de l’école de démonstration</translation>
    </message>
    <message>
        <source>Connect to %1?</source>
        <translation>Se connecter à %1 ?</translation>
    </message>
    <message>
        <source>This invitation takes the place of the present connection to the school&apos;s relay.</source>
        <translation>Cette invitation remplace la connexion actuelle au relais de l’école.</translation>
    </message>
    <message>
        <source>Changes at your school then arrive here within a second. Accept invitations only from your school.</source>
        <translation>Les changements de votre école arrivent alors ici en moins d’une seconde. N’acceptez que les invitations de votre école.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Connected to the school&apos;s relay.</source>
        <translation>Connecté au relais de l’école.</translation>
    </message>
</context>
<context>
    <name>lectern::app::Options</name>
    <message>
        <source>Open the demo school: no account and no network needed.</source>
        <translation>Ouvrir l’école de démonstration&#xa0;: ni compte ni réseau nécessaires.</translation>
    </message>
    <message>
        <source>Play the tour on the demo school, write a picture of each step into this folder, and leave.</source>
        <translation>Dérouler la visite dans l’école de démonstration, écrire une image de chaque étape dans ce dossier, puis quitter.</translation>
    </message>
    <message>
        <source>Keep everything in this folder instead of the usual place.</source>
        <translation>Tout garder dans ce dossier plutôt qu’à l’endroit habituel.</translation>
    </message>
    <message>
        <source>Speak this language (en, fr or es) instead of the system&apos;s.</source>
        <translation>Utiliser cette langue (en, fr ou es) plutôt que celle du système.</translation>
    </message>
    <message>
        <source>Use light or dark colours instead of the system&apos;s.</source>
        <translation>Utiliser des couleurs claires (light) ou sombres (dark) plutôt que celles du système.</translation>
    </message>
    <message>
        <source>Which demo school to make.</source>
        <translation>Quelle école de démonstration créer.</translation>
    </message>
    <message>
        <source>--colours takes “light” or “dark”.</source>
        <translation>--colours attend «&#xa0;light&#xa0;» ou «&#xa0;dark&#xa0;».</translation>
    </message>
    <message>
        <source>--seed takes a whole number.</source>
        <translation>--seed attend un nombre entier.</translation>
    </message>
    <message>
        <source>Meetings, registrants and recordings of a school that teaches over Zoom.</source>
        <translation>Réunions, inscrits et enregistrements d’une école qui enseigne avec Zoom.</translation>
    </message>
    <message>
        <source>“%1” is not understood.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas compris.</translation>
    </message>
    <message>
        <source>An invitation of your school, lectern://…</source>
        <translation>Une invitation de votre école, lectern://…</translation>
    </message>
</context>
<context>
    <name>lectern::app::Places</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>My meetings</source>
        <translation>Mes réunions</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Pour tous</translation>
    </message>
    <message>
        <source>All meetings</source>
        <translation>Toutes les réunions</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Enregistrements</translation>
    </message>
</context>
<context>
    <name>lectern::app::Tour</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Le dossier %1 ne peut pas être créé.</translation>
    </message>
    <message>
        <source>right</source>
        <translation>correct</translation>
    </message>
    <message>
        <source>WRONG</source>
        <translation>INCORRECT</translation>
    </message>
    <message>
        <source>the picture %1 could not be written</source>
        <translation>l’image %1 n’a pas pu être écrite</translation>
    </message>
    <message>
        <source>the dialog&apos;s button can be pressed</source>
        <translation>on peut appuyer sur le bouton de la fenêtre</translation>
    </message>
    <message>
        <source>the dialog closes</source>
        <translation>la fenêtre se ferme</translation>
    </message>
    <message>
        <source>the tab opens</source>
        <translation>l’onglet s’ouvre</translation>
    </message>
    <message>
        <source>Open the demo school</source>
        <translation>Ouvrir l’école de démonstration</translation>
    </message>
    <message>
        <source>all hosts&apos; meetings are read</source>
        <translation>les réunions de tous les animateurs sont lues</translation>
    </message>
    <message>
        <source>Today shows what is on or comes next</source>
        <translation>Aujourd’hui montre ce qui a lieu ou vient ensuite</translation>
    </message>
    <message>
        <source>the sandbox has meetings</source>
        <translation>le bac à sable a des réunions</translation>
    </message>
    <message>
        <source>Schedule a meeting for a course</source>
        <translation>Programmer une réunion pour un cours</translation>
    </message>
    <message>
        <source>the dialog takes a topic</source>
        <translation>la fenêtre accepte un sujet</translation>
    </message>
    <message>
        <source>The meeting is scheduled</source>
        <translation>La réunion est programmée</translation>
    </message>
    <message>
        <source>the store has it, and Zoom agreed</source>
        <translation>elle est enregistrée, et Zoom est d’accord</translation>
    </message>
    <message>
        <source>the course lists it</source>
        <translation>le cours l’affiche</translation>
    </message>
    <message>
        <source>the sandbox has it</source>
        <translation>le bac à sable l’a</translation>
    </message>
    <message>
        <source>it belongs to the course</source>
        <translation>elle appartient au cours</translation>
    </message>
    <message>
        <source>Start a meeting now</source>
        <translation>Démarrer une réunion maintenant</translation>
    </message>
    <message>
        <source>Start now can be pressed</source>
        <translation>on peut appuyer sur Démarrer maintenant</translation>
    </message>
    <message>
        <source>a topic can be typed</source>
        <translation>on peut saisir un sujet</translation>
    </message>
    <message>
        <source>Start can be pressed</source>
        <translation>on peut appuyer sur Démarrer</translation>
    </message>
    <message>
        <source>Zoom opens with a start link</source>
        <translation>Zoom s’ouvre avec un lien de démarrage</translation>
    </message>
    <message>
        <source>the store knows that it has started</source>
        <translation>son démarrage est enregistré</translation>
    </message>
    <message>
        <source>it is live at the sandbox</source>
        <translation>elle est en cours dans le bac à sable</translation>
    </message>
    <message>
        <source>Today shows it as live</source>
        <translation>Aujourd’hui la montre en cours</translation>
    </message>
    <message>
        <source>Edit the scheduled meeting</source>
        <translation>Modifier la réunion programmée</translation>
    </message>
    <message>
        <source>its page opens</source>
        <translation>sa page s’ouvre</translation>
    </message>
    <message>
        <source>Edit can be pressed</source>
        <translation>on peut appuyer sur Modifier</translation>
    </message>
    <message>
        <source>the topic can be changed</source>
        <translation>le sujet peut être changé</translation>
    </message>
    <message>
        <source>the store has the new topic, and Zoom agreed</source>
        <translation>le nouveau sujet est enregistré, et Zoom est d’accord</translation>
    </message>
    <message>
        <source>the sandbox has the new topic</source>
        <translation>le bac à sable a le nouveau sujet</translation>
    </message>
    <message>
        <source>Join as a learner</source>
        <translation>Rejoindre en tant qu’élève</translation>
    </message>
    <message>
        <source>the course has learners</source>
        <translation>le cours a des élèves</translation>
    </message>
    <message>
        <source>the learner&apos;s Today shows the live meeting</source>
        <translation>l’élève voit la réunion en cours dans Aujourd’hui</translation>
    </message>
    <message>
        <source>Join can be pressed</source>
        <translation>on peut appuyer sur Rejoindre</translation>
    </message>
    <message>
        <source>Zoom opens with a join link</source>
        <translation>Zoom s’ouvre avec un lien de participation</translation>
    </message>
    <message>
        <source>the learner is in the meeting at the sandbox</source>
        <translation>l’élève est dans la réunion du bac à sable</translation>
    </message>
    <message>
        <source>A learner joins in the browser and appears among the participants</source>
        <translation>Un élève rejoint par le navigateur et apparaît parmi les participants</translation>
    </message>
    <message>
        <source>the meeting has a link</source>
        <translation>la réunion a un lien</translation>
    </message>
    <message>
        <source>the list of participants has the learner, with nothing pressed</source>
        <translation>l’élève est dans la liste des participants, sans qu’on appuie sur rien</translation>
    </message>
    <message>
        <source>End the meeting</source>
        <translation>Terminer la réunion</translation>
    </message>
    <message>
        <source>Today shows the live meeting to its host</source>
        <translation>Aujourd’hui montre la réunion en cours à son animateur</translation>
    </message>
    <message>
        <source>the page offers to end it</source>
        <translation>la page propose de la terminer</translation>
    </message>
    <message>
        <source>the store knows that it has ended</source>
        <translation>sa fin est enregistrée</translation>
    </message>
    <message>
        <source>it is over at the sandbox</source>
        <translation>elle est finie dans le bac à sable</translation>
    </message>
    <message>
        <source>Delete the scheduled meeting</source>
        <translation>Supprimer la réunion programmée</translation>
    </message>
    <message>
        <source>the page offers to delete it</source>
        <translation>la page propose de la supprimer</translation>
    </message>
    <message>
        <source>the store keeps a tombstone</source>
        <translation>une trace en est gardée</translation>
    </message>
    <message>
        <source>the course no longer lists it</source>
        <translation>le cours ne l’affiche plus</translation>
    </message>
    <message>
        <source>the sandbox deleted it</source>
        <translation>le bac à sable l’a supprimée</translation>
    </message>
    <message>
        <source>Go offline and schedule all the same</source>
        <translation>Passer hors ligne et programmer quand même</translation>
    </message>
    <message>
        <source>the store keeps it, not sent yet</source>
        <translation>elle est gardée, pas encore envoyée</translation>
    </message>
    <message>
        <source>the course lists it as not sent yet</source>
        <translation>le cours l’affiche comme pas encore envoyée</translation>
    </message>
    <message>
        <source>the status line says that a change waits</source>
        <translation>la ligne d’état dit qu’un changement attend</translation>
    </message>
    <message>
        <source>Come back online</source>
        <translation>Revenir en ligne</translation>
    </message>
    <message>
        <source>what waited is sent by itself</source>
        <translation>ce qui attendait part tout seul</translation>
    </message>
    <message>
        <source>the sandbox has it once</source>
        <translation>le bac à sable l’a une seule fois</translation>
    </message>
    <message>
        <source>nothing waits any more</source>
        <translation>plus rien n’attend</translation>
    </message>
    <message>
        <source>Look at my meetings</source>
        <translation>Voir mes réunions</translation>
    </message>
    <message>
        <source>Look at the meeting for everyone</source>
        <translation>Voir la réunion pour tous</translation>
    </message>
    <message>
        <source>Look at all meetings as an administrator</source>
        <translation>Voir toutes les réunions en administrateur</translation>
    </message>
    <message>
        <source>Look at the recordings as an administrator</source>
        <translation>Voir les enregistrements en administrateur</translation>
    </message>
</context>
<context>
    <name>lectern::app::ViewerChoice</name>
    <message>
        <source>learner</source>
        <translation>élève</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>enseignant</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administrateur</translation>
    </message>
</context>
<context>
    <name>lectern::ctl::Changes</name>
    <message>
        <source>Say what to change, such as --topic.</source>
        <translation>Indiquez ce qu’il faut modifier, par exemple --topic.</translation>
    </message>
</context>
<context>
    <name>lectern::ctl::Lookup</name>
    <message>
        <source>There is no meeting %1. List them with: lecternctl meetings</source>
        <translation>Il n’y a pas de réunion %1. Affichez la liste avec&#xa0;: lecternctl meetings</translation>
    </message>
    <message>
        <source>There is no course %1. List them with: lecternctl courses</source>
        <translation>Il n’y a pas de cours %1. Affichez la liste avec&#xa0;: lecternctl courses</translation>
    </message>
    <message>
        <source>There is nobody with the e-mail %1. List people with: lecternctl people</source>
        <translation>Personne n’a l’adresse %1. Affichez la liste des personnes avec&#xa0;: lecternctl people</translation>
    </message>
    <message>
        <source>There is no session %1.</source>
        <translation>Il n’y a pas de session %1.</translation>
    </message>
    <message>
        <source>The course %1 has no group %2.</source>
        <translation>Le cours %1 n’a pas de groupe %2.</translation>
    </message>
    <message>
        <source>Say who hosts it: --host with the e-mail of a Zoom user of the account.</source>
        <translation>Indiquez qui en est l’hôte&#xa0;: --host avec l’adresse e-mail d’un utilisateur Zoom du compte.</translation>
    </message>
    <message>
        <source>%1 is no moment: write it as 2026-03-02T09:00:00+01:00.</source>
        <translation>%1 n’est pas un moment&#xa0;: écrivez-le sous la forme 2026-03-02T09:00:00+01:00.</translation>
    </message>
    <message>
        <source>%1 is no day: write it as 2026-03-02.</source>
        <translation>%1 n’est pas un jour&#xa0;: écrivez-le sous la forme 2026-03-02.</translation>
    </message>
</context>
<context>
    <name>lectern::ctl::Relay</name>
    <message>
        <source>Connected to the relay. See what happens with: lecternctl watch</source>
        <translation>Connecté au relais. Suivez ce qui se passe avec&#xa0;: lecternctl watch</translation>
    </message>
</context>
<context>
    <name>lectern::ctl::Sync</name>
    <message>
        <source>Put the secret into the environment variable %1; it is kept in the keyring from then on.</source>
        <translation>Placez le secret dans la variable d’environnement %1&#xa0;; il est ensuite conservé dans le trousseau de clés.</translation>
    </message>
    <message>
        <source>Connected. Fetch the meetings with: lecternctl sync</source>
        <translation>Connecté. Lisez les réunions avec&#xa0;: lecternctl sync</translation>
    </message>
</context>
<context>
    <name>lectern::ctl::Workbench</name>
    <message>
        <source>Somebody else changed the same at Zoom. Settle it in Lectern.</source>
        <translation>Quelqu’un d’autre a modifié la même chose dans Zoom. Tranchez dans Lectern.</translation>
    </message>
    <message>
        <source>Zoom has not answered yet.</source>
        <translation>Zoom n’a pas encore répondu.</translation>
    </message>
    <message>
        <source>not sent yet: %1 It stays in the outbox and is sent the next time.</source>
        <translation>pas encore envoyé&#xa0;: %1 La modification reste en attente et sera envoyée la prochaine fois.</translation>
    </message>
    <message>
        <source>not sent: %1 It stays in the outbox.</source>
        <translation>non envoyé&#xa0;: %1 La modification reste en attente.</translation>
    </message>
</context>
<context>
    <name>lectern::feed::Text</name>
    <message>
        <source>A web page came instead of %1. This network may ask you to sign in first: open any page in your browser. Lectern tries again by itself.</source>
        <translation>Une page web est arrivée à la place de %1. Ce réseau demande peut-être de s’identifier d’abord : ouvrez une page dans votre navigateur. Lectern réessaie de lui-même.</translation>
    </message>
    <message>
        <source>There is no Lectern relay at %1. Ask your administrator whether its address has changed.</source>
        <translation>Il n’y a pas de relais Lectern à %1. Demandez à votre administrateur si son adresse a changé.</translation>
    </message>
    <message>
        <source>The connection to %1 ended. Lectern connects again by itself.</source>
        <translation>La connexion à %1 s’est terminée. Lectern se reconnecte de lui-même.</translation>
    </message>
    <message>
        <source>Nothing came from %1 for a while. Lectern connects again by itself.</source>
        <translation>Rien n’est venu de %1 depuis un moment. Lectern se reconnecte de lui-même.</translation>
    </message>
    <message>
        <source>What %1 sends cannot be understood. Lectern tries again by itself.</source>
        <translation>Ce que %1 envoie est incompréhensible. Lectern réessaie de lui-même.</translation>
    </message>
    <message>
        <source>%1 has too much to do at the moment. Lectern tries again by itself.</source>
        <translation>%1 a trop à faire en ce moment. Lectern réessaie de lui-même.</translation>
    </message>
    <message>
        <source>%1 has a problem at the moment. Lectern tries again by itself.</source>
        <translation>%1 a un problème en ce moment. Lectern réessaie de lui-même.</translation>
    </message>
    <message>
        <source>%1 did not accept what Lectern sent. Nothing was changed there.</source>
        <translation>%1 n’a pas accepté ce que Lectern a envoyé. Rien n’y a été changé.</translation>
    </message>
    <message>
        <source>Your access to the school&apos;s relay has ended. Ask your administrator for a new invitation.</source>
        <translation>Votre accès au relais de l’école a expiré. Demandez une nouvelle invitation à votre administrateur.</translation>
    </message>
    <message>
        <source>Your access to the school&apos;s relay was withdrawn. Ask your administrator for a new invitation.</source>
        <translation>Votre accès au relais de l’école a été retiré. Demandez une nouvelle invitation à votre administrateur.</translation>
    </message>
    <message>
        <source>The relay does not let you do that. Ask your administrator.</source>
        <translation>Le relais ne vous le permet pas. Adressez-vous à votre administrateur.</translation>
    </message>
    <message>
        <source>This is not an invitation to a school. Copy the whole link that begins with lectern://invite.</source>
        <translation>Ce n’est pas une invitation d’une école. Copiez le lien entier, qui commence par lectern://invite.</translation>
    </message>
    <message>
        <source>This invitation leads to an address that is not secure, so it is not used. Ask your administrator for a new one.</source>
        <translation>Cette invitation mène à une adresse qui n’est pas sûre ; elle n’est donc pas utilisée. Demandez-en une nouvelle à votre administrateur.</translation>
    </message>
    <message>
        <source>This invitation was already used or is too old. Ask your administrator for a new one.</source>
        <translation>Cette invitation a déjà servi ou est trop ancienne. Demandez-en une nouvelle à votre administrateur.</translation>
    </message>
    <message>
        <source>The address of Zoom&apos;s event connection is not secure or not complete. Check it in the settings.</source>
        <translation>L’adresse de la connexion aux événements de Zoom n’est pas sûre ou incomplète. Vérifiez-la dans les réglages.</translation>
    </message>
    <message>
        <source>Another computer uses the same event subscription, and Zoom serves only one. Lectern asks Zoom now and then instead.</source>
        <translation>Un autre ordinateur utilise le même abonnement aux événements, et Zoom n’en sert qu’un. Lectern interroge donc Zoom de temps en temps.</translation>
    </message>
    <message>
        <source>Zoom does not accept the credentials for its event connection. Check them in the settings.</source>
        <translation>Zoom n’accepte pas les identifiants de sa connexion aux événements. Vérifiez-les dans les réglages.</translation>
    </message>
</context>
<context>
    <name>lectern::models::AttendanceModel</name>
    <message>
        <source>Waiting to be let in</source>
        <translation>Attend d’être admis</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Présent</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Parti</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Arrivée</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>column of times</comment>
        <translation>Départ</translation>
    </message>
</context>
<context>
    <name>lectern::models::ChangeListModel</name>
    <message>
        <source>Schedule</source>
        <translation>Planifier</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyée</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Pas encore envoyée</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Envoi en cours</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusée</translation>
    </message>
    <message>
        <source>Changed on both sides</source>
        <translation>Modifiée des deux côtés</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Réunion</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Register learners</source>
        <translation>Inscrire les élèves</translation>
    </message>
</context>
<context>
    <name>lectern::models::CourseListModel</name>
    <message>
        <source>Course</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Intitulé</translation>
    </message>
    <message>
        <source>Learners</source>
        <translation>Élèves</translation>
    </message>
</context>
<context>
    <name>lectern::models::HostListModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
</context>
<context>
    <name>lectern::models::MeetingDetails</name>
    <message>
        <source>This meeting is no longer here.</source>
        <translation>Cette réunion n’est plus ici.</translation>
    </message>
</context>
<context>
    <name>lectern::models::MeetingRowsModel</name>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Inscrits</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>À tout moment</translation>
    </message>
</context>
<context>
    <name>lectern::models::OwnerOption</name>
    <message>
        <source>Everyone</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>%1 (own meeting)</source>
        <comment>a person&apos;s name</comment>
        <translation>%1 (réunion personnelle)</translation>
    </message>
    <message>
        <source>My meeting</source>
        <translation>Ma réunion</translation>
    </message>
</context>
<context>
    <name>lectern::models::PeopleModel</name>
    <message>
        <source>learner</source>
        <translation>élève</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>enseignant</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administrateur</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
</context>
<context>
    <name>lectern::models::RecordingListModel</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>lectern::models::RegistrantListModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Known as</source>
        <translation>Connu comme</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Inscrit le</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approuvée</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusée</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulée</translation>
    </message>
    <message>
        <source>nobody here</source>
        <translation>inconnu ici</translation>
    </message>
</context>
<context>
    <name>lectern::models::SeriesPreview</name>
    <message>
        <source>The clocks go forward on %1.</source>
        <translation>Les horloges avancent le %1.</translation>
    </message>
    <message>
        <source>The clocks go back on %1.</source>
        <translation>Les horloges reculent le %1.</translation>
    </message>
    <message>
        <source>The meetings stay at %1 in %2.</source>
        <comment>a time and a city</comment>
        <translation>Les réunions restent à %1 (heure de %2).</translation>
    </message>
    <message>
        <source>On %1 the clock skips this time: the meeting is at %2.</source>
        <comment>a day, a time</comment>
        <translation>Le %1, l’horloge saute cette heure&#xa0;: la réunion est à %2.</translation>
    </message>
</context>
<context>
    <name>lectern::roster::CsvReader</name>
    <message>
        <source>This line has too many values.</source>
        <translation>Cette ligne a trop de valeurs.</translation>
    </message>
    <message>
        <source>This value is too long.</source>
        <translation>Cette valeur est trop longue.</translation>
    </message>
    <message>
        <source>A quotation mark stands within a value that is not in quotation marks.</source>
        <translation>Un guillemet se trouve dans une valeur qui n’est pas entre guillemets.</translation>
    </message>
    <message>
        <source>A quotation mark is opened here and never closed.</source>
        <translation>Un guillemet est ouvert ici et jamais fermé.</translation>
    </message>
    <message>
        <source>There is text after the closing quotation mark of a value.</source>
        <translation>Il y a du texte après le guillemet fermant d’une valeur.</translation>
    </message>
</context>
<context>
    <name>lectern::roster::OneRoster</name>
    <message>
        <source>This value is missing.</source>
        <translation>Cette valeur manque.</translation>
    </message>
    <message>
        <source>“%1” is there a second time.</source>
        <translation>«&#xa0;%1&#xa0;» apparaît une deuxième fois.</translation>
    </message>
    <message>
        <source>“%1” is not a date. Dates are written as 2026-09-01.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une date. Les dates s’écrivent sous la forme 2026-09-01.</translation>
    </message>
    <message>
        <source>“%1” is not a role of OneRoster.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un rôle de OneRoster.</translation>
    </message>
    <message>
        <source>There is no course “%1” in courses.csv.</source>
        <translation>Il n’y a pas de cours «&#xa0;%1&#xa0;» dans courses.csv.</translation>
    </message>
    <message>
        <source>“%1” is not a type of class of OneRoster.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un type de classe de OneRoster.</translation>
    </message>
    <message>
        <source>There is no session “%1” in academicSessions.csv.</source>
        <translation>Il n’y a pas de session «&#xa0;%1&#xa0;» dans academicSessions.csv.</translation>
    </message>
    <message>
        <source>%1, line %2: %3 has no e-mail address and was left out.</source>
        <translation>%1, ligne %2&#xa0;: %3 n’a pas d’adresse e-mail et a été ignoré.</translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une adresse e-mail.</translation>
    </message>
    <message>
        <source>There is no class “%1” in classes.csv.</source>
        <translation>Il n’y a pas de classe «&#xa0;%1&#xa0;» dans classes.csv.</translation>
    </message>
    <message>
        <source>There is no user “%1” in users.csv.</source>
        <translation>Il n’y a pas d’utilisateur «&#xa0;%1&#xa0;» dans users.csv.</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>There is no folder “%1”. Choose the folder that holds manifest.csv.</source>
        <translation>Il n’y a pas de dossier «&#xa0;%1&#xa0;». Choisissez le dossier qui contient manifest.csv.</translation>
    </message>
    <message>
        <source>%1 holds only changes. Export the roster in full (bulk).</source>
        <translation>%1 ne contient que des modifications. Exportez la liste complète de l’école (bulk).</translation>
    </message>
    <message>
        <source>It does not announce %1. Export the roster with this file.</source>
        <translation>Il n’annonce pas %1. Exportez la liste de l’école avec ce fichier.</translation>
    </message>
    <message>
        <source>This file is missing.</source>
        <translation>Ce fichier manque.</translation>
    </message>
    <message>
        <source>This is OneRoster “%1”. Export the roster as OneRoster 1.1 CSV.</source>
        <translation>C’est OneRoster «&#xa0;%1&#xa0;». Exportez la liste de l’école en OneRoster 1.1 CSV.</translation>
    </message>
</context>
<context>
    <name>lectern::roster::RosterFaults</name>
    <message>
        <source>%1: %2</source>
        <comment>file: what is wrong</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, ligne %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: %4</source>
        <translation>%1, ligne %2, colonne %3&#xa0;: %4</translation>
    </message>
    <message numerus="yes">
        <source>There are %n more fault(s).</source>
        <comment>after the first, told one</comment>
        <translation>
            <numerusform>Il y a %n autre erreur.</numerusform>
            <numerusform>Il y a %n autres erreurs.</numerusform>
        </translation>
    </message>
    <message>
        <source>The roster was not read; nothing was changed. %1 %2</source>
        <translation>La liste de l’école n’a pas été lue&#xa0;; rien n’a été modifié. %1 %2</translation>
    </message>
</context>
<context>
    <name>lectern::roster::RosterFile</name>
    <message>
        <source>This file is too large.</source>
        <translation>Ce fichier est trop volumineux.</translation>
    </message>
    <message>
        <source>This line is not in the UTF-8 encoding.</source>
        <translation>Cette ligne n’est pas codée en UTF-8.</translation>
    </message>
    <message>
        <source>This file has too many lines.</source>
        <translation>Ce fichier a trop de lignes.</translation>
    </message>
    <message>
        <source>This file is empty; its first line should name its columns.</source>
        <translation>Ce fichier est vide&#xa0;; sa première ligne devrait nommer ses colonnes.</translation>
    </message>
    <message>
        <source>This column is missing.</source>
        <translation>Cette colonne manque.</translation>
    </message>
    <message>
        <source>This line has %1 values, but the heading names %2 columns.</source>
        <translation>Cette ligne a %1 valeurs, mais l’en-tête nomme %2 colonnes.</translation>
    </message>
</context>
<context>
    <name>lectern::school::Entry</name>
    <message>
        <source>Your registration waits for the host&apos;s approval.</source>
        <translation>Votre inscription attend l’approbation de l’hôte.</translation>
    </message>
    <message>
        <source>Your registration waits for %1&apos;s approval.</source>
        <translation>Votre inscription attend l’approbation de %1.</translation>
    </message>
    <message>
        <source>You are not registered for this meeting. Ask its host.</source>
        <translation>Vous n’êtes pas sur la liste des inscrits de cette réunion. Adressez-vous à son hôte.</translation>
    </message>
    <message>
        <source>You are not registered for this meeting. Ask %1.</source>
        <translation>Vous n’êtes pas sur la liste des inscrits de cette réunion. Adressez-vous à %1.</translation>
    </message>
    <message>
        <source>You are not enrolled for this meeting. Ask its host.</source>
        <translation>Vous ne faites pas partie de cette réunion. Adressez-vous à son hôte.</translation>
    </message>
    <message>
        <source>You are not enrolled for this meeting. Ask %1.</source>
        <translation>Vous ne faites pas partie de cette réunion. Adressez-vous à %1.</translation>
    </message>
    <message>
        <source>This meeting asks for registration; its host approves each one.</source>
        <translation>Cette réunion demande une inscription&#xa0;; son hôte approuve chacune d’elles.</translation>
    </message>
    <message>
        <source>This meeting asks for registration; you are let in at once.</source>
        <translation>Cette réunion demande une inscription&#xa0;; l’admission est immédiate.</translation>
    </message>
    <message>
        <source>Opens when the host starts it.</source>
        <translation>En attente de l’hôte.</translation>
    </message>
    <message>
        <source>Opens when %1 starts it.</source>
        <translation>En attente de %1.</translation>
    </message>
    <message>
        <source>The time of this meeting is over, and nobody has started it.</source>
        <translation>L’heure de cette réunion est passée et personne ne l’a démarrée.</translation>
    </message>
    <message>
        <source>You can join before the host.</source>
        <translation>Vous pouvez entrer avant l’hôte.</translation>
    </message>
    <message numerus="yes">
        <source>Opens %n minute(s) before it starts.</source>
        <translation>
            <numerusform>S’ouvre %n minute avant le début.</numerusform>
            <numerusform>S’ouvre %n minutes avant le début.</numerusform>
        </translation>
    </message>
    <message>
        <source>You are the host.</source>
        <translation>Vous êtes l’hôte.</translation>
    </message>
    <message>
        <source>Its time is over, but you can still start it.</source>
        <translation>Son heure est passée, mais vous pouvez encore la démarrer.</translation>
    </message>
    <message>
        <source>The time of this meeting is over, and Zoom no longer opens it.</source>
        <translation>L’heure de cette réunion est passée et Zoom ne l’ouvre plus.</translation>
    </message>
    <message>
        <source>You are an alternative host and can start it.</source>
        <translation>Vous êtes hôte alternatif et pouvez la démarrer.</translation>
    </message>
    <message>
        <source>Starts the meeting in the host&apos;s name.</source>
        <translation>Démarre la réunion au nom de l’hôte.</translation>
    </message>
    <message>
        <source>Starts the meeting in the name of %1.</source>
        <translation>Démarre la réunion au nom de %1.</translation>
    </message>
    <message>
        <source>Your meeting is running.</source>
        <translation>Votre réunion est en cours.</translation>
    </message>
    <message>
        <source>It is running; the host lets you in from the waiting room.</source>
        <translation>Elle est en cours&#xa0;; l’hôte vous fait entrer depuis la salle d’attente.</translation>
    </message>
    <message>
        <source>It is running.</source>
        <translation>Elle est en cours.</translation>
    </message>
    <message>
        <source>This meeting has ended; you can start it again.</source>
        <translation>Cette réunion est terminée&#xa0;; vous pouvez la redémarrer.</translation>
    </message>
    <message>
        <source>This meeting has ended.</source>
        <translation>Cette réunion est terminée.</translation>
    </message>
    <message>
        <source>This meeting has ended. Its recordings, if there are any, are on its page.</source>
        <translation>Cette réunion est terminée. Ses enregistrements, s’il y en a, sont sur sa page.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>Rejoin</source>
        <translation>Y retourner</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Rejoindre</translation>
    </message>
    <message>
        <source>Join as alternative host</source>
        <translation>Rejoindre comme hôte alternatif</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>S’inscrire</translation>
    </message>
    <message>
        <source>This meeting was deleted in Zoom.</source>
        <translation>Cette réunion a été supprimée dans Zoom.</translation>
    </message>
    <message>
        <source>Zoom does not know of this meeting yet; it opens once it was sent.</source>
        <translation>Zoom ne connaît pas encore cette réunion&#xa0;; elle s’ouvrira une fois envoyée.</translation>
    </message>
    <message>
        <source>Start on behalf</source>
        <translation>Démarrer en son nom</translation>
    </message>
    <message>
        <source>Tell me</source>
        <translation>M’avertir</translation>
    </message>
    <message>
        <source>The meeting for everyone is closed at present.</source>
        <translation>La réunion pour tous est fermée pour le moment.</translation>
    </message>
    <message>
        <source>The meeting for everyone is closed at present. Ask %1.</source>
        <translation>La réunion pour tous est fermée pour le moment. Adressez-vous à %1.</translation>
    </message>
</context>
<context>
    <name>lectern::school::MeetingDraft</name>
    <message>
        <source>“%1” is not an e-mail address. Write each alternative host&apos;s address in full, such as name@school.example.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une adresse e-mail. Écrivez l’adresse complète de chaque hôte alternatif, par exemple nom@ecole.example.</translation>
    </message>
    <message>
        <source>People may join at any time before the host, or 5, 10 or 15 minutes before. Choose one of these.</source>
        <translation>On peut entrer à tout moment avant l’hôte, ou bien 5, 10 ou 15 minutes avant. Choisissez l’une de ces possibilités.</translation>
    </message>
    <message>
        <source>Give the meeting a topic, so that people know what it is.</source>
        <translation>Donnez un sujet à la réunion, pour que chacun sache de quoi il s’agit.</translation>
    </message>
    <message numerus="yes">
        <source>The topic is too long: Zoom takes %1 characters. Shorten it by %n character(s).</source>
        <translation>
            <numerusform>Le sujet est trop long&#xa0;: Zoom accepte %1 caractères. Raccourcissez-le de %n caractère.</numerusform>
            <numerusform>Le sujet est trop long&#xa0;: Zoom accepte %1 caractères. Raccourcissez-le de %n caractères.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The agenda is too long: Zoom takes %1 characters. Shorten it by %n character(s).</source>
        <translation>
            <numerusform>L’ordre du jour est trop long&#xa0;: Zoom accepte %1 caractères. Raccourcissez-le de %n caractère.</numerusform>
            <numerusform>L’ordre du jour est trop long&#xa0;: Zoom accepte %1 caractères. Raccourcissez-le de %n caractères.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The passcode is too long: Zoom takes %n characters.</source>
        <translation>
            <numerusform>Le code secret est trop long&#xa0;: Zoom accepte %n caractère.</numerusform>
            <numerusform>Le code secret est trop long&#xa0;: Zoom accepte %n caractères.</numerusform>
        </translation>
    </message>
    <message>
        <source>Zoom takes only the letters A to Z and a to z, digits and @ _ - * in a passcode.</source>
        <translation>Dans un code secret, Zoom n’accepte que les lettres A à Z et a à z, les chiffres et @ _ - *.</translation>
    </message>
    <message>
        <source>Choose the day and time at which the meeting starts.</source>
        <translation>Choisissez le jour et l’heure du début de la réunion.</translation>
    </message>
    <message>
        <source>This start is in the past. Choose a later one, or start the meeting now.</source>
        <translation>Ce début est dans le passé. Choisissez-en un autre, ou démarrez la réunion maintenant.</translation>
    </message>
    <message>
        <source>A meeting lasts at least one minute. Choose how long.</source>
        <translation>Une réunion dure au moins une minute. Choisissez sa durée.</translation>
    </message>
    <message>
        <source>A meeting lasts 24 hours at most. Choose a shorter time, or schedule one for each day.</source>
        <translation>Une réunion dure 24 heures au plus. Choisissez une durée plus courte, ou planifiez-en une par jour.</translation>
    </message>
    <message>
        <source>Choose the time zone in which the meeting takes place.</source>
        <translation>Choisissez le fuseau horaire de la réunion.</translation>
    </message>
    <message>
        <source>The time zone “%1” is not known here. Choose one from the list.</source>
        <translation>Le fuseau horaire «&#xa0;%1&#xa0;» n’est pas connu ici. Choisissez-en un dans la liste.</translation>
    </message>
    <message>
        <source>This kind of meeting cannot be scheduled. Choose a single meeting or a series.</source>
        <translation>Ce type de réunion ne peut pas être planifié. Choisissez une réunion unique ou une série.</translation>
    </message>
    <message>
        <source>Choose who hosts the meeting.</source>
        <translation>Choisissez l’hôte de la réunion.</translation>
    </message>
    <message>
        <source>Choose on which days the series repeats.</source>
        <translation>Choisissez les jours où la série se répète.</translation>
    </message>
    <message>
        <source>A single meeting does not repeat. Schedule a new series instead.</source>
        <translation>Une réunion unique ne se répète pas. Planifiez plutôt une nouvelle série.</translation>
    </message>
    <message>
        <source>This meeting has no fixed time; it starts when its host starts it.</source>
        <translation>Cette réunion n’a pas d’heure fixe&#xa0;; elle commence quand son hôte la démarre.</translation>
    </message>
</context>
<context>
    <name>lectern::school::MeetingWords</name>
    <message numerus="yes">
        <source>%n min</source>
        <comment>a stretch of time</comment>
        <translation>
            <numerusform>%n&#xa0;min</numerusform>
            <numerusform>%n&#xa0;min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>a stretch of time</comment>
        <translation>%1&#xa0;h&#xa0;%2&#xa0;min</translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <comment>a stretch of time</comment>
        <translation>
            <numerusform>%n&#xa0;h</numerusform>
            <numerusform>%n&#xa0;h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>a stretch of time</comment>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>every day</source>
        <translation>chaque jour</translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>chaque jour</numerusform>
            <numerusform>tous les %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>every week</source>
        <translation>chaque semaine</translation>
    </message>
    <message>
        <source>every %1</source>
        <comment>such as every Monday</comment>
        <translation>chaque %1</translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>chaque semaine</numerusform>
            <numerusform>toutes les %n semaines</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>such as every 2 weeks on Monday</comment>
        <translation>%1, le %2</translation>
    </message>
    <message>
        <source>%1 on the first %2</source>
        <comment>such as every month on the first Monday</comment>
        <translation>%1, le premier %2</translation>
    </message>
    <message>
        <source>%1 on the second %2</source>
        <comment>such as every month on the second Monday</comment>
        <translation>%1, le deuxième %2</translation>
    </message>
    <message>
        <source>%1 on the third %2</source>
        <comment>such as every month on the third Monday</comment>
        <translation>%1, le troisième %2</translation>
    </message>
    <message>
        <source>%1 on the fourth %2</source>
        <comment>such as every month on the fourth Monday</comment>
        <translation>%1, le quatrième %2</translation>
    </message>
    <message>
        <source>%1 on the last %2</source>
        <comment>such as every month on the last Monday</comment>
        <translation>%1, le dernier %2</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>chaque mois</translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>chaque mois</numerusform>
            <numerusform>tous les %n mois</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on day %2</source>
        <comment>such as every month on day 15</comment>
        <translation>%1, le %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s)</source>
        <comment>such as every Monday, 12 times</comment>
        <translation>
            <numerusform>%1, %n fois</numerusform>
            <numerusform>%1, %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <comment>such as every Monday until 18 December</comment>
        <translation>%1 jusqu’au %2</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>%1 late</source>
        <comment>such as 5 min late</comment>
        <translation>en retard de %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>such as in 47 min</comment>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>starts %1</source>
        <comment>such as starts in 18 h, or starts now</comment>
        <translation>commence %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>since a time, such as 14:02</comment>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>since %1, %2</source>
        <comment>since a day and a time</comment>
        <translation>depuis le %1 à %2</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Hier, %1</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Aujourd’hui, %1</translation>
    </message>
    <message>
        <source>Tomorrow, %1</source>
        <translation>Demain, %1</translation>
    </message>
    <message>
        <source>Course meeting</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>Personal meeting</source>
        <translation>Personnelle</translation>
    </message>
    <message>
        <source>Meeting for everyone</source>
        <translation>Pour tous</translation>
    </message>
    <message>
        <source>Instant meeting</source>
        <translation>Réunion instantanée</translation>
    </message>
    <message>
        <source>Single meeting</source>
        <translation>Réunion unique</translation>
    </message>
    <message>
        <source>Series without fixed times</source>
        <translation>Série sans heures fixes</translation>
    </message>
    <message>
        <source>Personal room</source>
        <translation>Salle personnelle</translation>
    </message>
    <message>
        <source>Webinar</source>
        <translation>Webinaire</translation>
    </message>
    <message>
        <source>Series of webinars without fixed times</source>
        <translation>Série de webinaires sans heures fixes</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Série</translation>
    </message>
    <message>
        <source>Series of webinars</source>
        <translation>Série de webinaires</translation>
    </message>
    <message>
        <source>Screen sharing</source>
        <translation>Partage d’écran</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Réunion</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Deleted in Zoom</source>
        <translation>Supprimée dans Zoom</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes of a duration, such as 1 h 30 min</comment>
        <translation>%1&#xa0;h&#xa0;%2&#xa0;min</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>À venir</translation>
    </message>
</context>
<context>
    <name>lectern::school::OwnerTag</name>
    <message numerus="yes">
        <source>The agenda has %1 characters. Zoom takes %2, and Lectern adds a line that tells whose meeting it is. Shorten it by %n character(s).</source>
        <translation>
            <numerusform>L’ordre du jour a %1 caractères. Zoom en accepte %2, et Lectern ajoute une ligne qui dit à qui est la réunion. Raccourcissez-le de %n caractère.</numerusform>
            <numerusform>L’ordre du jour a %1 caractères. Zoom en accepte %2, et Lectern ajoute une ligne qui dit à qui est la réunion. Raccourcissez-le de %n caractères.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::school::Permission</name>
    <message>
        <source>Only its host, a teacher of it or an administrator can do this.</source>
        <translation>Seul son hôte, l’un de ses enseignants ou un administrateur peut le faire.</translation>
    </message>
    <message>
        <source>Only the people of this meeting can do this.</source>
        <translation>Seules les personnes de cette réunion peuvent le faire.</translation>
    </message>
    <message>
        <source>Learners cannot schedule meetings. Ask your teacher.</source>
        <translation>Les élèves ne peuvent pas planifier de réunions. Adressez-vous à votre enseignant.</translation>
    </message>
    <message>
        <source>Only an administrator can schedule a meeting for another host.</source>
        <translation>Seul un administrateur peut planifier une réunion pour un autre hôte.</translation>
    </message>
    <message>
        <source>Only an administrator sees the meetings of the whole school.</source>
        <translation>Seul un administrateur voit les réunions de toute l’école.</translation>
    </message>
    <message>
        <source>Only an administrator can switch the meeting for everyone on or off.</source>
        <translation>Seul un administrateur peut activer ou désactiver la réunion pour tous.</translation>
    </message>
</context>
<context>
    <name>lectern::school::Recurrence</name>
    <message numerus="yes">
        <source>Zoom repeats a meeting every 1 to %n days. Choose a number within that.</source>
        <translation>
            <numerusform>Zoom ne répète une réunion que chaque jour. Choisissez 1.</numerusform>
            <numerusform>Zoom répète une réunion tous les 1 à %n jours. Choisissez un nombre dans cet intervalle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Zoom repeats a meeting every 1 to %n weeks. Choose a number within that.</source>
        <translation>
            <numerusform>Zoom ne répète une réunion que chaque semaine. Choisissez 1.</numerusform>
            <numerusform>Zoom répète une réunion toutes les 1 à %n semaines. Choisissez un nombre dans cet intervalle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Zoom repeats a meeting every 1 to %n months. Choose a number within that.</source>
        <translation>
            <numerusform>Zoom ne répète une réunion que chaque mois. Choisissez 1.</numerusform>
            <numerusform>Zoom répète une réunion tous les 1 à %n mois. Choisissez un nombre dans cet intervalle.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least one day of the week.</source>
        <translation>Choisissez au moins un jour de la semaine.</translation>
    </message>
    <message>
        <source>Choose the first to fourth or the last week of the month.</source>
        <translation>Choisissez l’une des quatre premières semaines du mois ou la dernière.</translation>
    </message>
    <message>
        <source>Choose a day of the month from 1 to 31.</source>
        <translation>Choisissez un jour du mois de 1 à 31.</translation>
    </message>
    <message numerus="yes">
        <source>Zoom keeps at most %n dates in one series. Let it end earlier and schedule a second series for the rest.</source>
        <translation>
            <numerusform>Zoom garde au plus %n date dans une série. Faites-la finir plus tôt et planifiez une deuxième série pour la suite.</numerusform>
            <numerusform>Zoom garde au plus %n dates dans une série. Faites-la finir plus tôt et planifiez une deuxième série pour la suite.</numerusform>
        </translation>
    </message>
    <message>
        <source>A series needs at least one date.</source>
        <translation>Une série a besoin d’au moins une date.</translation>
    </message>
    <message>
        <source>The series ends before its first date. Choose a later end.</source>
        <translation>La série finit avant sa première date. Choisissez une fin plus tardive.</translation>
    </message>
</context>
<context>
    <name>lectern::secrets::SecretStore</name>
    <message>
        <source>The system&apos;s keyring did not answer.</source>
        <translation>Le trousseau de clés du système n’a pas répondu.</translation>
    </message>
    <message>
        <source>Secrets are kept in the system&apos;s keyring.</source>
        <translation>Les secrets sont conservés dans le trousseau de clés du système.</translation>
    </message>
    <message>
        <source>Secrets are kept only until this program ends, because no keyring can be used. %1</source>
        <translation>Les secrets ne sont conservés que jusqu’à la fermeture de ce programme, car aucun trousseau de clés n’est utilisable. %1</translation>
    </message>
    <message>
        <source>The system&apos;s keyring stayed locked. Unlock it and try again.</source>
        <translation>Le trousseau de clés du système est resté verrouillé. Déverrouillez-le et réessayez.</translation>
    </message>
    <message>
        <source>No keyring answers on this computer. Start one, such as GNOME Keyring or KWallet, or enter the secret again at each start.</source>
        <translation>Aucun trousseau de clés ne répond sur cet ordinateur. Démarrez-en un, comme GNOME Keyring ou KWallet, ou saisissez le secret à chaque démarrage.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring failed. Check that it is running and unlocked.</source>
        <translation>Le trousseau de clés du système a échoué. Vérifiez qu’il fonctionne et qu’il est déverrouillé.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not answer in time. Check that it is running and unlocked.</source>
        <translation>Le trousseau de clés du système n’a pas répondu à temps. Vérifiez qu’il fonctionne et qu’il est déverrouillé.</translation>
    </message>
    <message>
        <source>The secret of this account is not in the keyring. Enter it again in Settings.</source>
        <translation>Le secret de ce compte n’est pas dans le trousseau de clés. Saisissez-le à nouveau dans les paramètres.</translation>
    </message>
    <message>
        <source>Secrets are kept only until this program ends.</source>
        <translation>Les secrets ne sont conservés que jusqu’à la fermeture de ce programme.</translation>
    </message>
</context>
<context>
    <name>lectern::store::Course</name>
    <message>
        <source>Another course already has the code %1.</source>
        <translation>Un autre cours a déjà le code %1.</translation>
    </message>
    <message>
        <source>Another session already has the code %1.</source>
        <translation>Une autre session a déjà le code %1.</translation>
    </message>
    <message>
        <source>Another group of this course already has the code %1.</source>
        <translation>Un autre groupe de ce cours a déjà le code %1.</translation>
    </message>
</context>
<context>
    <name>lectern::store::Database</name>
    <message>
        <source>The folder for Lectern&apos;s data cannot be made. Check the disk.</source>
        <translation>Le dossier des données de Lectern ne peut pas être créé. Vérifiez le disque.</translation>
    </message>
    <message>
        <source>Lectern&apos;s data file is not there yet. Start Lectern once.</source>
        <translation>Le fichier de données de Lectern n’existe pas encore. Démarrez Lectern une fois.</translation>
    </message>
</context>
<context>
    <name>lectern::store::Meeting</name>
    <message>
        <source>This meeting is no longer here. Go back to the list and open it again.</source>
        <translation>Cette réunion n’est plus ici. Revenez à la liste et ouvrez-la à nouveau.</translation>
    </message>
</context>
<context>
    <name>lectern::store::Migration</name>
    <message>
        <source>This file belongs to another program. Lectern left it as it is; choose another folder.</source>
        <translation>Ce fichier appartient à un autre programme. Lectern n’y a pas touché&#xa0;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>This data file was written by a newer Lectern. Install the newest version to open it.</source>
        <translation>Ce fichier de données a été écrit par une version plus récente de Lectern. Installez la dernière version pour l’ouvrir.</translation>
    </message>
    <message>
        <source>No backup could be written beside Lectern&apos;s data file. Check the disk and its folder.</source>
        <translation>Aucune sauvegarde n’a pu être écrite à côté du fichier de données de Lectern. Vérifiez le disque et son dossier.</translation>
    </message>
    <message>
        <source>Lectern&apos;s data file is of an older version. Start Lectern once to bring it up to date.</source>
        <translation>Le fichier de données de Lectern vient d’une version plus ancienne. Démarrez Lectern une fois pour le mettre à jour.</translation>
    </message>
</context>
<context>
    <name>lectern::store::Outbox</name>
    <message>
        <source>This change was sent or given up in the meantime. Look at the meeting again.</source>
        <translation>Cette modification a entre-temps été envoyée ou abandonnée. Regardez à nouveau la réunion.</translation>
    </message>
</context>
<context>
    <name>lectern::store::Person</name>
    <message>
        <source>Somebody else already has the e-mail address %1.</source>
        <translation>Quelqu’un d’autre a déjà l’adresse e-mail %1.</translation>
    </message>
</context>
<context>
    <name>lectern::store::StorageError</name>
    <message>
        <source>The disk is full. Free some space; nothing that was saved before is lost.</source>
        <translation>Le disque est plein. Libérez de la place&#xa0;; rien de ce qui était enregistré n’est perdu.</translation>
    </message>
    <message>
        <source>Lectern may not write to its data file. Check the permissions of its folder.</source>
        <translation>Lectern n’a pas le droit d’écrire dans son fichier de données. Vérifiez les droits d’accès de son dossier.</translation>
    </message>
    <message>
        <source>Lectern&apos;s data file is in use by another program. Close that program and try again.</source>
        <translation>Le fichier de données de Lectern est utilisé par un autre programme. Fermez ce programme et réessayez.</translation>
    </message>
    <message>
        <source>Lectern&apos;s data file is damaged. It was left as it is; move it away or put a backup in its place, then start Lectern again.</source>
        <translation>Le fichier de données de Lectern est endommagé. Il a été laissé tel quel&#xa0;; déplacez-le ou remplacez-le par une sauvegarde, puis redémarrez Lectern.</translation>
    </message>
    <message>
        <source>Lectern&apos;s data file cannot be opened. Check that its folder exists and may be read.</source>
        <translation>Le fichier de données de Lectern ne peut pas être ouvert. Vérifiez que son dossier existe et peut être lu.</translation>
    </message>
    <message>
        <source>Lectern could not read or write its data file. Check the disk, then try again.</source>
        <translation>Lectern n’a pas pu lire ou écrire son fichier de données. Vérifiez le disque, puis réessayez.</translation>
    </message>
</context>
<context>
    <name>lectern::sync::AccountDesk</name>
    <message numerus="yes">
        <source>This is another Zoom account, and %n change(s) wait for the present one. Send or discard them first.</source>
        <translation>
            <numerusform>C’est un autre compte Zoom, et %n modification attend encore pour le compte actuel. Envoyez-la ou abandonnez-la d’abord.</numerusform>
            <numerusform>C’est un autre compte Zoom, et %n modifications attendent encore pour le compte actuel. Envoyez-les ou abandonnez-les d’abord.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::sync::ChangeDesk</name>
    <message>
        <source>This host is no longer in the Zoom account. Choose another one.</source>
        <translation>Cet hôte n’est plus dans le compte Zoom. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Nobody needs to register for this meeting. Switch registration on first, by editing it.</source>
        <translation>Cette réunion ne demande pas d’inscription. Activez d’abord l’inscription en la modifiant.</translation>
    </message>
    <message>
        <source>The learners of this meeting are being registered already.</source>
        <translation>Les élèves de cette réunion sont déjà en cours d’inscription.</translation>
    </message>
    <message>
        <source>Everyone this meeting is for is registered already.</source>
        <translation>Toutes les personnes concernées par cette réunion sont déjà inscrites.</translation>
    </message>
</context>
<context>
    <name>lectern::sync::ChangePayload</name>
    <message>
        <source>A change that waits to be sent cannot be read. Discard it and make it again.</source>
        <translation>Une modification en attente d’envoi ne peut pas être lue. Abandonnez-la et refaites-la.</translation>
    </message>
</context>
<context>
    <name>lectern::sync::ChangeSettler</name>
    <message>
        <source>This change is being sent at this moment. Wait until Zoom has answered.</source>
        <translation>Cette modification est en cours d’envoi. Attendez la réponse de Zoom.</translation>
    </message>
</context>
<context>
    <name>lectern::sync::EngineWorker</name>
    <message>
        <source>Lectern has not opened its data yet.</source>
        <translation>Lectern n’a pas encore ouvert ses données.</translation>
    </message>
</context>
<context>
    <name>lectern::sync::Entrance</name>
    <message>
        <source>This person is not in Lectern any more.</source>
        <translation>Cette personne n’est plus dans Lectern.</translation>
    </message>
    <message>
        <source>The registration waits for the host&apos;s approval. Ask %1.</source>
        <translation>L’inscription attend l’approbation de l’hôte. Adressez-vous à %1.</translation>
    </message>
    <message>
        <source>The registration was turned down. Ask %1.</source>
        <translation>L’inscription a été refusée. Adressez-vous à %1.</translation>
    </message>
    <message>
        <source>Only people of this meeting can register. Ask %1.</source>
        <translation>Seules les personnes de cette réunion peuvent s’inscrire. Adressez-vous à %1.</translation>
    </message>
    <message>
        <source>You are registered now; the host has to approve it first. Ask %1.</source>
        <translation>Votre inscription est faite&#xa0;; l’hôte doit encore l’approuver. Adressez-vous à %1.</translation>
    </message>
    <message>
        <source>The relay knows no link for you to this meeting. Ask %1.</source>
        <translation>Le relais ne connaît pas de lien pour vous vers cette réunion. Adressez-vous à %1.</translation>
    </message>
</context>
<context>
    <name>lectern::sync::FieldText</name>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>chaque jour</numerusform>
            <numerusform>tous les %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s) on %1</source>
        <translation>
            <numerusform>chaque semaine, %1</numerusform>
            <numerusform>toutes les %n semaines, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>chaque mois</numerusform>
            <numerusform>tous les %n mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n fois</numerusform>
            <numerusform>%n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’au %1</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>lectern::sync::OwnerBook</name>
    <message>
        <source>This course, or its session or group, is no longer there. Choose another one.</source>
        <translation>Ce cours, sa session ou son groupe n’existe plus. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The person who was to own this meeting is no longer there. Choose another one.</source>
        <translation>La personne à qui cette réunion devait appartenir n’est plus là. Choisissez quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>tous</translation>
    </message>
</context>
<context>
    <name>lectern::sync::Profile</name>
    <message>
        <source>Lectern cannot make its folder %1. Check that you may write there.</source>
        <translation>Lectern ne peut pas créer son dossier %1. Vérifiez que vous avez le droit d’y écrire.</translation>
    </message>
</context>
<context>
    <name>lectern::sync::ProfileLock</name>
    <message>
        <source>%1 is working on this school&apos;s data. Close it, then try again.</source>
        <translation>%1 travaille sur les données de cette école. Fermez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>Lectern may not write to the folder of this school&apos;s data. Check its permissions.</source>
        <translation>Lectern n’a pas le droit d’écrire dans le dossier des données de cette école. Vérifiez ses droits d’accès.</translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>Un autre programme</translation>
    </message>
    <message>
        <source>%1 (process %2 on %3)</source>
        <translation>%1 (processus %2 sur %3)</translation>
    </message>
</context>
<context>
    <name>lectern::sync::RegistrationSender</name>
    <message>
        <source>%1: %2</source>
        <comment>somebody, why not</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n learner(s) could not be registered.</source>
        <translation>
            <numerusform>%n élève n’a pas pu être inscrit.</numerusform>
            <numerusform>%n élèves n’ont pas pu être inscrits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Zoom registers the same person at most three times a day; %n learner(s) must wait until midnight UTC.</source>
        <translation>
            <numerusform>Zoom inscrit une même personne trois fois par jour au plus&#xa0;; %n élève doit attendre minuit UTC.</numerusform>
            <numerusform>Zoom inscrit une même personne trois fois par jour au plus&#xa0;; %n élèves doivent attendre minuit UTC.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::sync::Registry</name>
    <message>
        <source>Give the course a short code, such as BIO-1A.</source>
        <translation>Donnez au cours un code court, par exemple BIO-1A.</translation>
    </message>
    <message>
        <source>Give the course a title.</source>
        <translation>Donnez un intitulé au cours.</translation>
    </message>
    <message>
        <source>Another course has the code %1: %2. Choose another code.</source>
        <translation>Un autre cours a le code %1&#xa0;: %2. Choisissez un autre code.</translation>
    </message>
    <message>
        <source>Give the person a name.</source>
        <translation>Donnez un nom à la personne.</translation>
    </message>
    <message>
        <source>Give the person an e-mail address, such as a@school.example.</source>
        <translation>Donnez à la personne une adresse e-mail, par exemple a@ecole.example.</translation>
    </message>
    <message>
        <source>%1 has this e-mail address already.</source>
        <translation>%1 a déjà cette adresse e-mail.</translation>
    </message>
    <message>
        <source>This program cannot read rosters. Use the windows of Lectern.</source>
        <translation>Ce programme ne peut pas lire les listes de l’école. Utilisez les fenêtres de Lectern.</translation>
    </message>
    <message>
        <source>The meeting for everyone is on at this moment. Give it another host when it has ended.</source>
        <translation>La réunion pour tous est en cours. Donnez-lui un autre hôte quand elle sera terminée.</translation>
    </message>
</context>
<context>
    <name>lectern::sync::RelayDesk</name>
    <message>
        <source>This needs a Zoom account, and Lectern is connected by an invitation only. Ask a teacher or the school&apos;s administrator.</source>
        <translation>Il faut pour cela un compte Zoom, et Lectern n’est connecté que par une invitation. Adressez-vous à un enseignant ou à l’administrateur de l’école.</translation>
    </message>
</context>
<context>
    <name>lectern::sync::SettingField</name>
    <message>
        <source>on</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>off</source>
        <translation>non</translation>
    </message>
    <message>
        <source>registration, approved at once</source>
        <translation>inscription approuvée aussitôt</translation>
    </message>
    <message>
        <source>registration, approved by the host</source>
        <translation>inscription approuvée par l’hôte</translation>
    </message>
    <message>
        <source>no registration</source>
        <translation>sans inscription</translation>
    </message>
    <message>
        <source>once for all dates</source>
        <translation>une fois pour toutes les dates</translation>
    </message>
    <message>
        <source>for each date</source>
        <translation>pour chaque date</translation>
    </message>
    <message>
        <source>once, for chosen dates</source>
        <translation>une fois, pour les dates choisies</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>pas d’enregistrement</translation>
    </message>
    <message>
        <source>recorded on the host&apos;s computer</source>
        <translation>enregistrée sur l’ordinateur de l’hôte</translation>
    </message>
    <message>
        <source>recorded in the cloud</source>
        <translation>enregistrée dans le cloud</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::sync::Words</name>
    <message>
        <source>Lectern is closing; what was not sent yet is sent the next time.</source>
        <translation>Lectern se ferme&#xa0;; ce qui n’a pas encore été envoyé le sera la prochaine fois.</translation>
    </message>
    <message>
        <source>This meeting is not in Lectern any more.</source>
        <translation>Cette réunion n’est plus dans Lectern.</translation>
    </message>
    <message>
        <source>This change is not waiting any more: it was sent or discarded.</source>
        <translation>Cette modification n’est plus en attente&#xa0;: elle a été envoyée ou abandonnée.</translation>
    </message>
    <message>
        <source>Zoom does not know this meeting yet. It can be entered as soon as it was sent.</source>
        <translation>Zoom ne connaît pas encore cette réunion. On pourra y entrer dès qu’elle sera envoyée.</translation>
    </message>
    <message>
        <source>This meeting is gone: it was deleted at Zoom, or its number has expired.</source>
        <translation>Cette réunion n’existe plus&#xa0;: elle a été supprimée dans Zoom ou son numéro a expiré.</translation>
    </message>
    <message>
        <source>This date is no longer in the series. Discard the change, and look at the dates.</source>
        <translation>Cette date n’est plus dans la série. Abandonnez la modification et regardez les dates.</translation>
    </message>
    <message>
        <source>The account&apos;s secret is not in the keyring any more. Connect the account again.</source>
        <translation>Le secret du compte n’est plus dans le trousseau de clés. Connectez à nouveau le compte.</translation>
    </message>
</context>
<context>
    <name>lectern::sync::ZoomLink</name>
    <message>
        <source>Lectern is not connected to a Zoom account. Connect one in the settings.</source>
        <translation>Lectern n’est connecté à aucun compte Zoom. Connectez-en un dans les paramètres.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::AboutDialog</name>
    <message>
        <source>Choose a tab</source>
        <translation>Choisir un onglet</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>Schedule a meeting</source>
        <translation>Planifier une réunion</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>Rechercher dans cette page</translation>
    </message>
    <message>
        <source>Read from Zoom now</source>
        <translation>Lire Zoom maintenant</translation>
    </message>
    <message>
        <source>Open the chosen meeting</source>
        <translation>Ouvrir la réunion choisie</translation>
    </message>
    <message>
        <source>Press the chosen row&apos;s button</source>
        <translation>Actionner le bouton de la ligne choisie</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>About Lectern</source>
        <translation>À propos de Lectern</translation>
    </message>
    <message>
        <source>Meetings, registrants and recordings of a school that teaches over Zoom.</source>
        <translation>Réunions, inscrits et enregistrements d’une école qui enseigne avec Zoom.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure.</translation>
    </message>
    <message>
        <source>Lectern %1</source>
        <translation>Lectern %1</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
</context>
<context>
    <name>lectern::ui::AccountForm</name>
    <message>
        <source>https://meetings.example.org</source>
        <translation>https://reunions.example.org</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connecter</translation>
    </message>
    <message>
        <source>A&amp;PI address</source>
        <translation>Adresse de l’A&amp;PI</translation>
    </message>
    <message>
        <source>Sign-&amp;in address</source>
        <translation>Adresse de conne&amp;xion</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Zoom&apos;s own</source>
        <translation>Celles de Zoom</translation>
    </message>
    <message>
        <source>&amp;Account ID</source>
        <translation>Identifiant du &amp;compte</translation>
    </message>
    <message>
        <source>C&amp;lient ID</source>
        <translation>Identifiant c&amp;lient</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>&amp;Secret client</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>&amp;Clé d’API</translation>
    </message>
    <message>
        <source>API &amp;secret</source>
        <translation>&amp;Secret d’API</translation>
    </message>
    <message>
        <source>Server &amp;address</source>
        <translation>Adresse du ser&amp;veur</translation>
    </message>
    <message>
        <source>Zoom itself no longer accepts these; some compatible servers do.</source>
        <translation>Zoom lui-même ne les accepte plus&#xa0;; certains serveurs compatibles, si.</translation>
    </message>
    <message>
        <source>Server-to-Server OAuth app</source>
        <translation>Application Server-to-Server OAuth</translation>
    </message>
    <message>
        <source>API key and secret (legacy)</source>
        <translation>Clé et secret d’API (ancienne méthode)</translation>
    </message>
    <message>
        <source>The secret is kept for this run only.</source>
        <translation>Le secret n’est conservé que pour cette fois.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Zoom account</source>
        <translation>Compte Zoom</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Connexion impossible.</translation>
    </message>
    <message>
        <source>“%1” is not an address that a secret may go to. It begins with https:// and names a server.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une adresse à laquelle un secret peut être confié. Elle doit commencer par https:// et nommer un serveur.</translation>
    </message>
    <message>
        <source>&amp;Event stream (WebSocket)</source>
        <translation>Flux d’&amp;événements (WebSocket)</translation>
    </message>
    <message>
        <source>If the app has an event subscription of the WebSocket kind, changes arrive at once.</source>
        <translation>Si l’application a un abonnement aux événements de type WebSocket, les changements arrivent aussitôt.</translation>
    </message>
    <message>
        <source>“%1” is not the address of an event stream. Zoom shows it with the app&apos;s event subscription; it begins with wss:// and has a subscription&apos;s id.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas l’adresse d’un flux d’événements. Zoom l’affiche avec l’abonnement aux événements de l’application&#xa0;; elle commence par wss:// et contient le numéro d’un abonnement.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ActionRegistry</name>
    <message>
        <source>&amp;Schedule…</source>
        <translation>&amp;Planifier…</translation>
    </message>
    <message>
        <source>Start a meeting &amp;now</source>
        <translation>Démarrer une réunion &amp;maintenant</translation>
    </message>
    <message>
        <source>Ctrl+Shift+N</source>
        <translation>Ctrl+Shift+N</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>Rec&amp;hercher</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Actualiser</translation>
    </message>
    <message>
        <source>What is &amp;waiting…</source>
        <translation>Modifications en a&amp;ttente…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Paramètres…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>Lectern &amp;help</source>
        <translation>&amp;Aide de Lectern</translation>
    </message>
    <message>
        <source>&amp;About Lectern</source>
        <translation>À &amp;propos de Lectern</translation>
    </message>
</context>
<context>
    <name>lectern::ui::AddCourseDialog</name>
    <message>
        <source>Add course</source>
        <translation>Ajouter le cours</translation>
    </message>
    <message>
        <source>Add a course</source>
        <translation>Ajouter un cours</translation>
    </message>
    <message>
        <source>BIO-1A</source>
        <translation>BIO-1A</translation>
    </message>
    <message>
        <source>Biology for beginners</source>
        <translation>Biologie pour débutants</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Intitulé</translation>
    </message>
    <message>
        <source>The course was not added.</source>
        <translation>Le cours n’a pas été ajouté.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::AgendaField</name>
    <message>
        <source>&amp;Agenda</source>
        <translation>&amp;Ordre du jour</translation>
    </message>
    <message>
        <source>What it is about, what to bring</source>
        <translation>De quoi il s’agit, ce qu’il faut apporter</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>Encore %n caractère</numerusform>
            <numerusform>Encore %n caractères</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n caractère de trop</numerusform>
            <numerusform>%n caractères de trop</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::AllMeetingsPage</name>
    <message>
        <source>All meetings</source>
        <translation>Toutes les réunions</translation>
    </message>
    <message>
        <source>Schedule…</source>
        <translation>Planifier…</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n meeting(s) to %1.</source>
        <translation>
            <numerusform>%n réunion exportée dans %1.</numerusform>
            <numerusform>%n réunions exportées dans %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>%1, live first</source>
        <translation>%1, celles en cours d’abord</translation>
    </message>
    <message numerus="yes">
        <source>%Ln meeting(s)</source>
        <translation>
            <numerusform>%Ln réunion</numerusform>
            <numerusform>%Ln réunions</numerusform>
        </translation>
    </message>
    <message>
        <source>No meeting on these dates matches</source>
        <translation>Aucune réunion ne correspond à ces dates</translation>
    </message>
    <message>
        <source>There may be some on other dates, or with fewer filters.</source>
        <translation>Il y en a peut-être à d’autres dates, ou avec moins de filtres.</translation>
    </message>
    <message>
        <source>Look at all dates</source>
        <translation>Voir toutes les dates</translation>
    </message>
    <message>
        <source>No meetings from today on</source>
        <translation>Aucune réunion à partir d’aujourd’hui</translation>
    </message>
    <message>
        <source>Those that are over are among all dates.</source>
        <translation>Celles qui sont terminées se trouvent parmi toutes les dates.</translation>
    </message>
    <message>
        <source>No meeting matches</source>
        <translation>Aucune réunion ne correspond</translation>
    </message>
    <message>
        <source>Try fewer words, or clear the filters.</source>
        <translation>Essayez avec moins de mots, ou effacez les filtres.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>No meetings yet</source>
        <translation>Aucune réunion pour l’instant</translation>
    </message>
    <message>
        <source>Every meeting of the school&apos;s Zoom account appears here, whoever holds it.</source>
        <translation>Toutes les réunions du compte Zoom de l’école apparaissent ici, quel qu’en soit l’hôte.</translation>
    </message>
    <message>
        <source>Schedule a meeting…</source>
        <translation>Planifier une réunion…</translation>
    </message>
    <message>
        <source>The meetings cannot be shown.</source>
        <translation>Les réunions ne peuvent pas être affichées.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Export meetings</source>
        <translation>Exporter les réunions</translation>
    </message>
    <message>
        <source>meetings %1.csv</source>
        <comment>file name, with the day</comment>
        <translation>réunions %1.csv</translation>
    </message>
</context>
<context>
    <name>lectern::ui::AlternativeHosts</name>
    <message>
        <source>Alternative &amp;hosts</source>
        <translation>Hôtes &amp;alternatifs</translation>
    </message>
    <message>
        <source>name@school.example, …</source>
        <translation>nom@ecole.example, …</translation>
    </message>
    <message>
        <source>Add %1</source>
        <comment>a teacher as alternative host</comment>
        <translation>Ajouter %1</translation>
    </message>
</context>
<context>
    <name>lectern::ui::Breadcrumb</name>
    <message>
        <source>Where you are</source>
        <translation>Emplacement actuel</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ClashNotice</name>
    <message>
        <source>%1 is free</source>
        <translation>%1 est libre</translation>
    </message>
    <message>
        <source>You host another meeting then:</source>
        <translation>Vous avez une autre réunion à ce moment-là&#xa0;:</translation>
    </message>
    <message>
        <source>%1 hosts another meeting then:</source>
        <translation>%1 a une autre réunion à ce moment-là&#xa0;:</translation>
    </message>
    <message numerus="yes">
        <source>On %n of these dates you host another meeting:</source>
        <translation>
            <numerusform>À %n de ces dates, vous avez une autre réunion&#xa0;:</numerusform>
            <numerusform>À %n de ces dates, vous avez une autre réunion&#xa0;:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n of these dates %1 hosts another meeting:</source>
        <translation>
            <numerusform>À %n de ces dates, %1 a une autre réunion&#xa0;:</numerusform>
            <numerusform>À %n de ces dates, %1 a une autre réunion&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”, %2.</source>
        <comment>a topic and its time</comment>
        <translation>«&#xa0;%1&#xa0;», %2.</translation>
    </message>
    <message>
        <source>%1 “%2”, %3.</source>
        <comment>a day, a topic and its time</comment>
        <translation>%1 «&#xa0;%2&#xa0;», %3.</translation>
    </message>
    <message>
        <source>Zoom lets one host run one meeting at a time.</source>
        <translation>Zoom n’accepte qu’une réunion à la fois par hôte.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ConflictView</name>
    <message>
        <source>Topic</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Ordre du jour</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Passcode</source>
        <translation>Code secret</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Appartient à</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Répétition</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder la mienne</translation>
    </message>
    <message>
        <source>Take Zoom&apos;s</source>
        <translation>Prendre celle de Zoom</translation>
    </message>
    <message>
        <source>Changed on both sides</source>
        <translation>Modifiée des deux côtés</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>La mienne</translation>
    </message>
    <message>
        <source>Zoom&apos;s</source>
        <translation>Celle de Zoom</translation>
    </message>
</context>
<context>
    <name>lectern::ui::CourseRowDelegate</name>
    <message>
        <source>not in the roster yet</source>
        <translation>pas encore dans la liste de l’école</translation>
    </message>
</context>
<context>
    <name>lectern::ui::CoursesPage</name>
    <message>
        <source>Find a course</source>
        <translation>Rechercher un cours</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>Add a course…</source>
        <translation>Ajouter un cours…</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Démarrer maintenant</translation>
    </message>
    <message>
        <source>Schedule…</source>
        <translation>Planifier…</translation>
    </message>
    <message>
        <source>No courses here yet</source>
        <translation>Aucun cours pour l’instant</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Courses come with the school&apos;s roster, or add one yourself.</source>
        <translation>Les cours arrivent avec la liste de l’école, ou ajoutez-en un vous-même.</translation>
    </message>
    <message>
        <source>The courses you are enrolled in appear here.</source>
        <translation>Vos cours apparaissent ici.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>code, title</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n learner(s)</source>
        <translation>
            <numerusform>%n élève</numerusform>
            <numerusform>%n élèves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n groupe</numerusform>
            <numerusform>%n groupes</numerusform>
        </translation>
    </message>
    <message>
        <source>No meetings ahead</source>
        <translation>Aucune réunion à venir</translation>
    </message>
    <message>
        <source>Meetings of %1 appear here for everyone enrolled.</source>
        <translation>Les réunions de %1 apparaissent ici pour toutes les personnes du cours.</translation>
    </message>
    <message>
        <source>Schedule a meeting…</source>
        <translation>Planifier une réunion…</translation>
    </message>
    <message>
        <source>All sessions</source>
        <translation>Toutes les sessions</translation>
    </message>
    <message>
        <source>No course is called “%1”.</source>
        <translation>Aucun cours ne s’appelle «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Look for the beginning of a word of its code or title.</source>
        <translation>Cherchez le début d’un mot de son code ou de son intitulé.</translation>
    </message>
    <message>
        <source>Show all courses</source>
        <translation>Afficher tous les cours</translation>
    </message>
</context>
<context>
    <name>lectern::ui::CsvExport</name>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Le fichier n’a pas pu être écrit&#xa0;: %1</translation>
    </message>
    <message>
        <source>The file was not written.</source>
        <translation>Le fichier n’a pas été écrit.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::CsvExportButton</name>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Save the whole list as a file for spreadsheets (CSV)</source>
        <translation>Enregistrer toute la liste dans un fichier pour tableur (CSV)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tableaux (*.csv)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportation…</translation>
    </message>
</context>
<context>
    <name>lectern::ui::DetailsTab</name>
    <message>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Dates of the series</source>
        <translation>Dates de la série</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Ordre du jour</translation>
    </message>
    <message>
        <source>Read from Zoom %1.</source>
        <comment>2 min ago</comment>
        <translation>Lu dans Zoom %1.</translation>
    </message>
    <message>
        <source>Only the list entry was read from Zoom so far.</source>
        <translation>Seule la ligne de la liste a été lue dans Zoom jusqu’ici.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Répétition</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Join link</source>
        <translation>Lien d’accès</translation>
    </message>
    <message>
        <source>••••••  show</source>
        <translation>••••••  afficher</translation>
    </message>
    <message>
        <source>Show the passcode</source>
        <translation>Afficher le code secret</translation>
    </message>
    <message>
        <source>Passcode</source>
        <translation>Code secret</translation>
    </message>
</context>
<context>
    <name>lectern::ui::DoorRules</name>
    <message>
        <source>When the host has started</source>
        <translation>Quand l’hôte a démarré</translation>
    </message>
    <message>
        <source>Also before the host</source>
        <translation>Également avant l’hôte</translation>
    </message>
    <message>
        <source>One by one, from a waiting room</source>
        <translation>Un par un, depuis une salle d’attente</translation>
    </message>
    <message>
        <source>How long before the start</source>
        <translation>Combien de temps avant le début</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>à tout moment</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) before</source>
        <translation>
            <numerusform>%n minute avant</numerusform>
            <numerusform>%n minutes avant</numerusform>
        </translation>
    </message>
    <message>
        <source>People come in</source>
        <translation>Les participants entrent</translation>
    </message>
    <message>
        <source>The host lets each person in, so nobody is in the meeting before the host: Zoom has either a waiting room or joining before the host.</source>
        <translation>L’hôte fait entrer chaque personne&#xa0;; personne n’est donc dans la réunion avant l’hôte&#xa0;: Zoom propose soit une salle d’attente, soit l’entrée avant l’hôte.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::EntryController</name>
    <message>
        <source>You will not be told about “%1”.</source>
        <translation>Vous ne serez pas averti du début de «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Lectern will tell you when “%1” starts.</source>
        <translation>Lectern vous avertira quand «&#xa0;%1&#xa0;» commencera.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Don&apos;t tell me</source>
        <translation>Ne plus m’avertir</translation>
    </message>
    <message>
        <source>Lectern tells you when it starts.</source>
        <translation>Lectern vous avertit quand elle commence.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::EveryoneBox</name>
    <message>
        <source>Each learner gets a join link of their own as soon as Zoom has the meeting.</source>
        <translation>Chaque élève reçoit son propre lien dès que Zoom connaît la réunion.</translation>
    </message>
    <message>
        <source>The host has no licence; Zoom registers people for licensed hosts only.</source>
        <translation>L’hôte n’a pas de licence ; Zoom n’inscrit de participants que pour les hôtes sous licence.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Register everyone (%n learner(s))</source>
        <translation>
            <numerusform>&amp;Inscrire tout le monde (%n élève)</numerusform>
            <numerusform>&amp;Inscrire tout le monde (%n élèves)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::EveryonePage</name>
    <message>
        <source>Everyone</source>
        <translation>Pour tous</translation>
    </message>
    <message>
        <source>Meetings for the whole school</source>
        <translation>Réunions pour toute l’école</translation>
    </message>
    <message>
        <source>No meetings for everyone ahead</source>
        <translation>Aucune réunion pour tous à venir</translation>
    </message>
    <message>
        <source>Open the school&apos;s common room above, and everyone finds it here.</source>
        <translation>Ouvrez la salle commune de l’école ci-dessus, et tout le monde la trouvera ici.</translation>
    </message>
    <message>
        <source>What an administrator opens for the whole school appears here.</source>
        <translation>Ce qu’un administrateur ouvre à toute l’école apparaît ici.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::EveryoneRules</name>
    <message>
        <source>The school has a meeting that is always open to everyone</source>
        <translation>L’école a une réunion toujours ouverte à tous</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Staff room</source>
        <translation>Salle des professeurs</translation>
    </message>
    <message>
        <source>Everyone at the school</source>
        <translation>Tout le monde à l’école</translation>
    </message>
    <message>
        <source>Teachers and administrators</source>
        <translation>Enseignants et administrateurs</translation>
    </message>
    <message>
        <source>Administrators only</source>
        <translation>Administrateurs uniquement</translation>
    </message>
    <message>
        <source>&amp;Topic</source>
        <translation>&amp;Sujet</translation>
    </message>
    <message>
        <source>&amp;Who may enter</source>
        <translation>&amp;Qui peut entrer</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Hôte</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::FilterChips</name>
    <message>
        <source>%1 %2</source>
        <comment>filter and how many it finds</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>lectern::ui::FilterChoiceLists</name>
    <message>
        <source>%1 · %2</source>
        <comment>code, title</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>lectern::ui::FirstRunPage</name>
    <message>
        <source>Open Lectern</source>
        <translation>Ouvrir Lectern</translation>
    </message>
    <message>
        <source>Try the demo school</source>
        <translation>Essayer l’école de démonstration</translation>
    </message>
    <message>
        <source>Connect a school account…</source>
        <translation>Connecter un compte d’école…</translation>
    </message>
    <message>
        <source>Welcome to Lectern</source>
        <translation>Bienvenue dans Lectern</translation>
    </message>
    <message>
        <source>Schedule and start the Zoom meetings of your courses, see what is on today, and find every recording.</source>
        <translation>Planifiez et démarrez les réunions Zoom de vos cours, voyez ce qui a lieu aujourd’hui et retrouvez chaque enregistrement.</translation>
    </message>
    <message>
        <source>The demo school runs on this computer alone: no account, no network, nothing to clean up.</source>
        <translation>L’école de démonstration ne fonctionne que sur cet ordinateur&#xa0;: pas de compte, pas de réseau, rien à nettoyer ensuite.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Connect a school account</source>
        <translation>Connecter un compte d’école</translation>
    </message>
    <message>
        <source>An administrator of the Zoom account makes a Server-to-Server OAuth app and finds these on its page.</source>
        <translation>Un administrateur du compte Zoom crée une application Server-to-Server OAuth et trouve ces informations sur sa page.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Qui êtes-vous&#xa0;?</translation>
    </message>
    <message>
        <source>Lectern shows your own day and courses first. You can change this in Settings.</source>
        <translation>Lectern affiche d’abord votre journée et vos cours. Vous pouvez changer cela dans les paramètres.</translation>
    </message>
    <message>
        <source>I have an invitation</source>
        <translation>J’ai une invitation</translation>
    </message>
    <message>
        <source>Accept an invitation</source>
        <translation>Accepter une invitation</translation>
    </message>
    <message>
        <source>Your school sends it as a link that begins with lectern://invite. It can be used once, and says who you are.</source>
        <translation>Votre école l’envoie sous la forme d’un lien qui commence par lectern://invite. Il sert une seule fois et dit qui vous êtes.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::HostChoice</name>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (vous)</translation>
    </message>
    <message>
        <source>%1 (left the account)</source>
        <translation>%1 (a quitté le compte)</translation>
    </message>
</context>
<context>
    <name>lectern::ui::InvitationField</name>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>&amp;Invitation link</source>
        <translation>Lien d’&amp;invitation</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Pas connecté.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::LiveSection</name>
    <message>
        <source>Disconnect…</source>
        <translation>Déconnecter…</translation>
    </message>
    <message>
        <source>Connected to the school&apos;s relay.</source>
        <translation>Connecté au relais de l’école.</translation>
    </message>
    <message>
        <source>Disconnect from the school&apos;s relay?</source>
        <translation>Se déconnecter du relais de l’école ?</translation>
    </message>
    <message>
        <source>Changes no longer arrive by themselves. What is shown stays; to connect again, a new invitation is needed.</source>
        <translation>Les changements n’arrivent plus d’eux-mêmes. Ce qui est affiché reste ; pour se reconnecter, il faut une nouvelle invitation.</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Déconnecter</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MainWindow</name>
    <message>
        <source>Lectern</source>
        <translation>Lectern</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Meeting</source>
        <translation>&amp;Réunion</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MeetingCard</name>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>hosted by you</source>
        <translation>hôte&#xa0;: vous</translation>
    </message>
    <message>
        <source>hosted by %1</source>
        <translation>hôte&#xa0;: %1</translation>
    </message>
    <message>
        <source>Live now</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Ensuite</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MeetingCsv</name>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Length (minutes)</source>
        <translation>Durée (minutes)</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>Course title</source>
        <translation>Intitulé du cours</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Host&apos;s e-mail</source>
        <translation>E-mail de l’hôte</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Inscrits</translation>
    </message>
    <message>
        <source>Learners</source>
        <translation>Élèves</translation>
    </message>
    <message>
        <source>Zoom number</source>
        <translation>Numéro Zoom</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MeetingFilters</name>
    <message>
        <source>Find by topic, course, host or number</source>
        <translation>Rechercher par sujet, cours, hôte ou numéro</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>Toutes les catégories</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>Any course</source>
        <translation>Tous les cours</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Any host</source>
        <translation>Tous les hôtes</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Tous les états</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MeetingHeader</name>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Copy join link</source>
        <translation>Copier le lien d’accès</translation>
    </message>
    <message>
        <source>Copy passcode</source>
        <translation>Copier le code secret</translation>
    </message>
    <message>
        <source>Copy invitation</source>
        <translation>Copier l’invitation</translation>
    </message>
    <message>
        <source>End meeting…</source>
        <translation>Terminer la réunion…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>My meetings</source>
        <translation>Mes réunions</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Pour tous</translation>
    </message>
    <message>
        <source>live %1</source>
        <comment>since 14:02</comment>
        <translation>en cours %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>time in zone</comment>
        <translation>%1 (heure de %2)</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>À tout moment</translation>
    </message>
    <message>
        <source>hosted by %1</source>
        <translation>hôte&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MeetingListPanel</name>
    <message>
        <source>Which meetings</source>
        <translation>Quelles réunions</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Passées</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>Upcoming meetings</source>
        <translation>Réunions à venir</translation>
    </message>
    <message>
        <source>Past meetings</source>
        <translation>Réunions passées</translation>
    </message>
    <message>
        <source>The meetings cannot be shown.</source>
        <translation>Les réunions ne peuvent pas être affichées.</translation>
    </message>
    <message>
        <source>No past meetings yet</source>
        <translation>Aucune réunion passée pour l’instant</translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <translation>Aucun enregistrement pour l’instant</translation>
    </message>
    <message>
        <source>Meetings move here when they are over.</source>
        <translation>Les réunions arrivent ici quand elles sont terminées.</translation>
    </message>
    <message>
        <source>Zoom can take up to a day to make a cloud recording ready.</source>
        <translation>Zoom peut mettre jusqu’à un jour pour préparer un enregistrement dans le cloud.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MeetingOptions</name>
    <message>
        <source>Mute people as they come in</source>
        <translation>Couper le micro des participants à leur arrivée</translation>
    </message>
    <message>
        <source>Start with the host&apos;s camera on</source>
        <translation>Démarrer avec la caméra de l’hôte activée</translation>
    </message>
    <message>
        <source>Start with everyone&apos;s camera on</source>
        <translation>Démarrer avec toutes les caméras activées</translation>
    </message>
    <message>
        <source>&amp;Passcode</source>
        <translation>&amp;Code secret</translation>
    </message>
    <message>
        <source>Re&amp;gistration</source>
        <translation>&amp;Inscription</translation>
    </message>
    <message>
        <source>Re&amp;cording</source>
        <translation>En&amp;registrement</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Fuseau horaire</translation>
    </message>
    <message>
        <source>Zoom chooses one</source>
        <translation>Zoom en choisit un</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Non requise</translation>
    </message>
    <message>
        <source>Needed, let in at once</source>
        <translation>Requise, admission immédiate</translation>
    </message>
    <message>
        <source>Needed, you approve each</source>
        <translation>Requise, vous approuvez chacune</translation>
    </message>
    <message>
        <source>Not by itself</source>
        <translation>Pas automatiquement</translation>
    </message>
    <message>
        <source>On the host&apos;s computer</source>
        <translation>Sur l’ordinateur de l’hôte</translation>
    </message>
    <message>
        <source>In Zoom&apos;s cloud</source>
        <translation>Dans le cloud de Zoom</translation>
    </message>
    <message>
        <source>As it begins</source>
        <translation>Dès le début</translation>
    </message>
    <message>
        <source>%1 has no licence; Zoom records to its cloud for licensed hosts only.</source>
        <translation>%1 n’a pas de licence&#xa0;; Zoom n’enregistre dans son cloud que pour les hôtes avec licence.</translation>
    </message>
    <message>
        <source>%1 has no licence; Zoom registers people for licensed hosts only.</source>
        <translation>%1 n’a pas de licence&#xa0;; Zoom ne gère les inscriptions que pour les hôtes avec licence.</translation>
    </message>
    <message>
        <source>agenda</source>
        <translation>ordre du jour</translation>
    </message>
    <message>
        <source>passcode</source>
        <translation>code secret</translation>
    </message>
    <message>
        <source>registration</source>
        <translation>inscription</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>enregistrement</translation>
    </message>
    <message>
        <source>waiting room</source>
        <translation>salle d’attente</translation>
    </message>
    <message>
        <source>open before the host</source>
        <translation>ouverte avant l’hôte</translation>
    </message>
    <message>
        <source>alternative hosts</source>
        <translation>hôtes alternatifs</translation>
    </message>
    <message>
        <source>agenda, passcode, registration, recording…</source>
        <translation>ordre du jour, code secret, inscription, enregistrement…</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MeetingPage</name>
    <message>
        <source>About this meeting</source>
        <translation>À propos de cette réunion</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Registrants</source>
        <translation>Inscrits</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>The join link is copied.</source>
        <translation>Le lien d’accès est copié.</translation>
    </message>
    <message>
        <source>The passcode is copied.</source>
        <translation>Le code secret est copié.</translation>
    </message>
    <message>
        <source>Registrants %1</source>
        <translation>Inscrits %1</translation>
    </message>
    <message>
        <source>Recordings %1</source>
        <translation>Enregistrements %1</translation>
    </message>
    <message>
        <source>Shown as last read.</source>
        <translation>Affichage tel que lu la dernière fois.</translation>
    </message>
    <message>
        <source>The invitation is copied.</source>
        <translation>L’invitation est copiée.</translation>
    </message>
    <message>
        <source>End “%1” for everyone?</source>
        <translation>Terminer «&#xa0;%1&#xa0;» pour tous&#xa0;?</translation>
    </message>
    <message>
        <source>Everyone in it leaves at once.</source>
        <translation>Tous les participants en sortent aussitôt.</translation>
    </message>
    <message>
        <source>End meeting</source>
        <translation>Terminer la réunion</translation>
    </message>
    <message>
        <source>The meeting is being ended.</source>
        <translation>La réunion est en train de se terminer.</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>Réunion supprimée.</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Participants %1</source>
        <translation>Participants %1</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MeetingRowDelegate</name>
    <message>
        <source>%1 of %2 registered</source>
        <translation>%1 inscrits sur %2</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>À tout moment</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n registered</source>
        <translation>
            <numerusform>%n inscrit</numerusform>
            <numerusform>%n inscrits</numerusform>
        </translation>
    </message>
    <message>
        <source>live</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>à envoyer</translation>
    </message>
    <message>
        <source>Zoom refused a change</source>
        <translation>Zoom a refusé une modification</translation>
    </message>
    <message>
        <source>changed on both sides</source>
        <translation>modifiée des deux côtés</translation>
    </message>
    <message numerus="yes">
        <source>↻ %n left</source>
        <translation>
            <numerusform>↻ %n restante</numerusform>
            <numerusform>↻ %n restantes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>course, group</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>My meeting</source>
        <translation>Ma réunion</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Tous</translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <translation>
            <numerusform>%n présent</numerusform>
            <numerusform>%n présents</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 here</source>
        <translation>%1 sur %2 présents</translation>
    </message>
    <message>
        <source>closed</source>
        <comment>a meeting that lets nobody in</comment>
        <translation>fermée</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MeetingTable</name>
    <message>
        <source>Meetings</source>
        <translation>Réunions</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>&amp;Copy link</source>
        <translation>&amp;Copier le lien</translation>
    </message>
    <message>
        <source>Zoom has not given this meeting a link yet.</source>
        <translation>Zoom n’a pas encore donné de lien à cette réunion.</translation>
    </message>
    <message>
        <source>The join link is copied.</source>
        <translation>Le lien d’accès est copié.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MonthlyChoice</name>
    <message>
        <source>on day %1</source>
        <comment>of each month</comment>
        <translation>le %1 du mois</translation>
    </message>
    <message>
        <source>on the first %1</source>
        <comment>week day of each month</comment>
        <translation>le premier %1</translation>
    </message>
    <message>
        <source>on the second %1</source>
        <comment>week day of each month</comment>
        <translation>le deuxième %1</translation>
    </message>
    <message>
        <source>on the third %1</source>
        <comment>week day of each month</comment>
        <translation>le troisième %1</translation>
    </message>
    <message>
        <source>on the fourth %1</source>
        <comment>week day of each month</comment>
        <translation>le quatrième %1</translation>
    </message>
    <message>
        <source>on the last %1</source>
        <comment>week day of each month</comment>
        <translation>le dernier %1</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MyMeetingsPage</name>
    <message>
        <source>My meetings</source>
        <translation>Mes réunions</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Démarrer maintenant</translation>
    </message>
    <message>
        <source>Schedule…</source>
        <translation>Planifier…</translation>
    </message>
    <message>
        <source>Meetings of your own, outside any course</source>
        <translation>Vos propres réunions, hors de tout cours</translation>
    </message>
    <message>
        <source>No meetings of your own ahead</source>
        <translation>Aucune réunion personnelle à venir</translation>
    </message>
    <message>
        <source>Office hours, parents&apos; evenings, a talk with one learner: what belongs to no course.</source>
        <translation>Permanences, rencontres avec les parents, entretien avec un élève&#xa0;: ce qui ne relève d’aucun cours.</translation>
    </message>
    <message>
        <source>Meetings a teacher holds for you alone appear here.</source>
        <translation>Les réunions qu’un enseignant tient pour vous seul apparaissent ici.</translation>
    </message>
    <message>
        <source>Schedule a meeting…</source>
        <translation>Planifier une réunion…</translation>
    </message>
    <message>
        <source>Of your courses, and for you</source>
        <translation>De vos cours, et pour vous</translation>
    </message>
    <message>
        <source>No meetings ahead</source>
        <translation>Aucune réunion à venir</translation>
    </message>
    <message>
        <source>Meetings of your courses appear here as soon as they are scheduled.</source>
        <translation>Les réunions de vos cours apparaissent ici dès qu’elles sont programmées.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::NewsTeller</name>
    <message>
        <source>“%1” has started</source>
        <translation>« %1 » a commencé</translation>
    </message>
    <message>
        <source>You can join it now.</source>
        <translation>Vous pouvez la rejoindre maintenant.</translation>
    </message>
    <message>
        <source>%1 has opened it.</source>
        <translation>%1 l’a ouverte.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>%1 is waiting to be let in</source>
        <translation>%1 attend d’être admis</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s) are waiting to be let in</source>
        <translation>
            <numerusform>%1 et %n autre attendent d’être admis</numerusform>
            <numerusform>%1 et %n autres attendent d’être admis</numerusform>
        </translation>
    </message>
    <message>
        <source>The recording of “%1” is ready</source>
        <translation>L’enregistrement de « %1 » est prêt</translation>
    </message>
    <message>
        <source>It can be watched from its page.</source>
        <translation>On peut le regarder depuis sa page.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>lectern::ui::Notices</name>
    <message numerus="yes">
        <source>%n learner(s) are being registered.</source>
        <translation>
            <numerusform>%n élève est en cours d’inscription.</numerusform>
            <numerusform>%n élèves sont en cours d’inscription.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::NotifySection</name>
    <message>
        <source>A &amp;class of mine has started</source>
        <translation>Un de mes &amp;cours a commencé</translation>
    </message>
    <message>
        <source>Somebody &amp;waits to be let in</source>
        <translation>Quelqu’un &amp;attend d’être admis</translation>
    </message>
    <message>
        <source>A &amp;recording is ready</source>
        <translation>Un en&amp;registrement est prêt</translation>
    </message>
</context>
<context>
    <name>lectern::ui::OwnerChoice</name>
    <message>
        <source>No longer there</source>
        <translation>N’existe plus</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <translation>%1 (n’existe plus)</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ParticipantsTab</name>
    <message>
        <source>Name or e-mail</source>
        <translation>Nom ou e-mail</translation>
    </message>
    <message>
        <source>Which participants</source>
        <translation>Quels participants</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>All</source>
        <comment>participants</comment>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Présents</translation>
    </message>
    <message>
        <source>Waiting room</source>
        <translation>Salle d’attente</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Absents</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Partis</translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <comment>people in a meeting</comment>
        <translation>
            <numerusform>%n présent</numerusform>
            <numerusform>%n présents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the waiting room</source>
        <translation>
            <numerusform>%n en salle d’attente</numerusform>
            <numerusform>%n en salle d’attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n absent</numerusform>
            <numerusform>%n absents</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>Personne ici</translation>
    </message>
    <message>
        <source>Nobody matches what is searched and chosen above.</source>
        <translation>Personne ne correspond à ce qui est cherché et choisi ci-dessus.</translation>
    </message>
    <message>
        <source>Nobody is missing</source>
        <translation>Personne ne manque</translation>
    </message>
    <message>
        <source>Everyone this meeting is for has come.</source>
        <translation>Tous ceux que cette réunion concerne sont venus.</translation>
    </message>
    <message>
        <source>Nobody at present</source>
        <translation>Personne pour le moment</translation>
    </message>
    <message>
        <source>People appear here as soon as Zoom says that they came.</source>
        <translation>Les personnes apparaissent ici dès que Zoom annonce leur arrivée.</translation>
    </message>
    <message numerus="yes">
        <source>%n came</source>
        <comment>people who were in a meeting</comment>
        <translation>
            <numerusform>%n venu</numerusform>
            <numerusform>%n venus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::PendingPanel</name>
    <message>
        <source>%1: Zoom refused it.</source>
        <translation>%1&#xa0;: Zoom a refusé la modification.</translation>
    </message>
    <message>
        <source>%1: not sent yet.</source>
        <translation>%1&#xa0;: envoi en attente.</translation>
    </message>
    <message>
        <source>It is sent as soon as Zoom answers.</source>
        <translation>Elle sera envoyée dès que Zoom répondra.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Abandonner…</translation>
    </message>
    <message>
        <source>Discard “%1”?</source>
        <translation>Abandonner «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>The meeting goes back to what it was before. What was never sent to Zoom is forgotten.</source>
        <translation>La réunion redevient ce qu’elle était avant. Ce qui n’a jamais été envoyé à Zoom est oublié.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
</context>
<context>
    <name>lectern::ui::PeriodPicker</name>
    <message>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>from</source>
        <translation>du</translation>
    </message>
    <message>
        <source>to</source>
        <translation>au</translation>
    </message>
    <message>
        <source>From this day</source>
        <translation>À partir de ce jour</translation>
    </message>
    <message>
        <source>To this day</source>
        <translation>Jusqu’à ce jour</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>Toutes les dates</translation>
    </message>
    <message>
        <source>From today on</source>
        <translation>À partir d’aujourd’hui</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Cette semaine</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Ce mois-ci</translation>
    </message>
    <message>
        <source>This term (%1)</source>
        <translation>Cette session (%1)</translation>
    </message>
    <message>
        <source>Between two days</source>
        <translation>Entre deux jours</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RecordingCsv</name>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Length (minutes)</source>
        <translation>Durée (minutes)</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Host&apos;s e-mail</source>
        <translation>E-mail de l’hôte</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Size (bytes)</source>
        <translation>Taille (octets)</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RecordingFilters</name>
    <message>
        <source>Find by topic, course or host</source>
        <translation>Rechercher par sujet, cours ou hôte</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>Any course</source>
        <translation>Tous les cours</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Any host</source>
        <translation>Tous les hôtes</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RecordingRowDelegate</name>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>length, size</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>being prepared by Zoom</source>
        <translation>en préparation dans Zoom</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Regarder</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RecordingTable</name>
    <message>
        <source>Recordings</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>The meeting of this recording is not known here.</source>
        <translation>La réunion de cet enregistrement n’est pas connue ici.</translation>
    </message>
    <message>
        <source>&amp;Open the meeting</source>
        <translation>&amp;Ouvrir la réunion</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>&amp;Regarder</translation>
    </message>
    <message>
        <source>&amp;Copy link</source>
        <translation>&amp;Copier le lien</translation>
    </message>
    <message>
        <source>The recording&apos;s link is copied.</source>
        <translation>Le lien de l’enregistrement est copié.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RecordingsPage</name>
    <message>
        <source>Recordings</source>
        <translation>Enregistrements</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n recording(s) to %1.</source>
        <translation>
            <numerusform>%n enregistrement exporté dans %1.</numerusform>
            <numerusform>%n enregistrements exportés dans %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>%1 · %2 in all</source>
        <comment>28 recordings, size</comment>
        <translation>%1 · %2 en tout</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recording(s)</source>
        <translation>
            <numerusform>%Ln enregistrement</numerusform>
            <numerusform>%Ln enregistrements</numerusform>
        </translation>
    </message>
    <message>
        <source>No recording matches</source>
        <translation>Aucun enregistrement ne correspond</translation>
    </message>
    <message>
        <source>Try other dates or fewer words, or clear the filters.</source>
        <translation>Essayez d’autres dates ou moins de mots, ou effacez les filtres.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <translation>Aucun enregistrement pour l’instant</translation>
    </message>
    <message>
        <source>Meetings recorded to Zoom&apos;s cloud appear here; Zoom can take up to a day to make them ready.</source>
        <translation>Les réunions enregistrées dans le cloud de Zoom apparaissent ici&#xa0;; Zoom peut mettre jusqu’à un jour pour les préparer.</translation>
    </message>
    <message>
        <source>The recordings cannot be shown.</source>
        <translation>Les enregistrements ne peuvent pas être affichés.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Export recordings</source>
        <translation>Exporter les enregistrements</translation>
    </message>
    <message>
        <source>recordings %1.csv</source>
        <comment>file name, with the day</comment>
        <translation>enregistrements %1.csv</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RecordingsTab</name>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>Sound only</source>
        <translation>Son seul</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Sous-titres</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Discussion</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>No recordings</source>
        <translation>Aucun enregistrement</translation>
    </message>
    <message>
        <source>Zoom can take up to a day to make a cloud recording ready.</source>
        <translation>Zoom peut mettre jusqu’à un jour pour préparer un enregistrement dans le cloud.</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>time, length, size</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Regarder</translation>
    </message>
    <message>
        <source>being prepared by Zoom</source>
        <translation>en préparation dans Zoom</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RecurrenceEditor</name>
    <message numerus="yes">
        <source> day(s)</source>
        <comment>every … days</comment>
        <translation>
            <numerusform> jour</numerusform>
            <numerusform> jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> week(s)</source>
        <comment>every … weeks</comment>
        <translation>
            <numerusform> semaine</numerusform>
            <numerusform> semaines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> month(s)</source>
        <comment>every … months</comment>
        <translation>
            <numerusform> mois</numerusform>
            <numerusform> mois</numerusform>
        </translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Intervalle</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Nombre de fois</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Does not repeat</source>
        <translation>Ne se répète pas</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Chaque jour</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Chaque semaine</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>Chaque mois</translation>
    </message>
    <message>
        <source>After a number of dates</source>
        <translation>Après un certain nombre de dates</translation>
    </message>
    <message>
        <source>On a day</source>
        <translation>À une date</translation>
    </message>
    <message numerus="yes">
        <source> time(s)</source>
        <comment>a series takes place … times</comment>
        <translation>
            <numerusform> fois</numerusform>
            <numerusform> fois</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Repeats</source>
        <translation>Répé&amp;tition</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RegistrantLinkDelegate</name>
    <message>
        <source>Copy their link</source>
        <translation>Copier son lien</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RegistrantsTab</name>
    <message>
        <source>Name or e-mail</source>
        <translation>Nom ou e-mail</translation>
    </message>
    <message>
        <source>Which registrations</source>
        <translation>Quelles inscriptions</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Registrants</source>
        <translation>Inscrits</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approuvées</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusées</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>Personne ici</translation>
    </message>
    <message>
        <source>Nobody matches what is searched and chosen above.</source>
        <translation>Personne ne correspond à la recherche et au choix ci-dessus.</translation>
    </message>
    <message>
        <source>No registration needed</source>
        <translation>Aucune inscription nécessaire</translation>
    </message>
    <message>
        <source>Everyone with the link may enter, so nobody registers.</source>
        <translation>Tous ceux qui ont le lien peuvent entrer&#xa0;: personne ne s’inscrit.</translation>
    </message>
    <message>
        <source>Nobody has registered yet</source>
        <translation>Personne n’est encore inscrit</translation>
    </message>
    <message>
        <source>Registrations appear here as soon as Zoom has them.</source>
        <translation>Les inscriptions apparaissent ici dès que Zoom les a.</translation>
    </message>
    <message>
        <source>The personal link of %1 is copied.</source>
        <translation>Le lien personnel de %1 est copié.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Known as</source>
        <translation>Connu comme</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Inscrit le</translation>
    </message>
    <message>
        <source>Export the registrants</source>
        <translation>Exporter les inscrits</translation>
    </message>
    <message>
        <source>registrants.csv</source>
        <translation>inscrits.csv</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Fichiers CSV (*.csv)</translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation>Exporté.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>at the end of a list of names</comment>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Register everyone in %1…</source>
        <comment>a course</comment>
        <translation>Inscrire tout le cours %1…</translation>
    </message>
    <message>
        <source>Every learner of %1 is registered.</source>
        <translation>Tous les élèves de %1 sont inscrits.</translation>
    </message>
    <message numerus="yes">
        <source>Register %n learner(s) for “%1”?</source>
        <translation>
            <numerusform>Inscrire %n élève à «&#xa0;%1&#xa0;»&#xa0;?</numerusform>
            <numerusform>Inscrire %n élèves à «&#xa0;%1&#xa0;»&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>These learners of %1 are not registered yet: %2. Each gets a join link of their own, and Zoom writes to them about it if the meeting&apos;s settings say so.</source>
        <translation>Ces élèves de %1 ne sont pas encore inscrits&#xa0;: %2. Chacun reçoit un lien d’accès personnel, et Zoom leur écrit si les réglages de la réunion le prévoient.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Inscrire</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RelayWords</name>
    <message>
        <source>Connected to %1 as %2 (%3).</source>
        <comment>relay, person, role</comment>
        <translation>Connecté à %1 en tant que %2 (%3).</translation>
    </message>
    <message>
        <source>learner</source>
        <translation>élève</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>enseignant</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administrateur</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2 Lectern keeps trying.</source>
        <comment>relay, sentence</comment>
        <translation>%1 est injoignable : %2 Lectern continue d’essayer.</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Connexion à %1…</translation>
    </message>
    <message>
        <source>%1 no longer knows this computer. Ask for a new invitation.</source>
        <translation>%1 ne connaît plus cet ordinateur. Demandez une nouvelle invitation.</translation>
    </message>
    <message>
        <source>Changes arrive within a second, through the school&apos;s relay.</source>
        <translation>Les changements arrivent en moins d’une seconde, par le relais de l’école.</translation>
    </message>
    <message>
        <source>Changes arrive within a second, from Zoom itself.</source>
        <translation>Les changements arrivent en moins d’une seconde, de Zoom même.</translation>
    </message>
    <message>
        <source>Lectern asks Zoom now and then. With an invitation to the school&apos;s relay, changes arrive within a second.</source>
        <translation>Lectern interroge Zoom de temps en temps. Avec une invitation au relais de l’école, les changements arrivent en moins d’une seconde.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RemovalQuestion</name>
    <message>
        <source>Delete “%1”?</source>
        <translation>Supprimer «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Zoom was never told of it, so it is only forgotten here.</source>
        <translation>Zoom n’en a jamais rien su&#xa0;; elle est donc seulement oubliée ici.</translation>
    </message>
    <message>
        <source>Delete meeting</source>
        <translation>Supprimer la réunion</translation>
    </message>
    <message>
        <source>It is deleted at Zoom, and its link stops working. Recordings stay, and Zoom keeps the meeting in its trash for a while.</source>
        <translation>Elle est supprimée dans Zoom et son lien ne fonctionne plus. Les enregistrements restent, et Zoom garde la réunion un certain temps dans sa corbeille.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) registered.</source>
        <translation>
            <numerusform>%n personne inscrite.</numerusform>
            <numerusform>%n personnes inscrites.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete only %1</source>
        <comment>date</comment>
        <translation>Supprimer seulement %1</translation>
    </message>
    <message>
        <source>Delete all dates</source>
        <translation>Supprimer toutes les dates</translation>
    </message>
    <message>
        <source>Delete all dates and tell people</source>
        <translation>Supprimer toutes les dates et prévenir</translation>
    </message>
    <message>
        <source>Delete and tell people</source>
        <translation>Supprimer et prévenir</translation>
    </message>
    <message>
        <source>Deleting only this date leaves the other dates and the link as they are. Deleting all dates deletes the series at Zoom, and its link stops working. Recordings stay.</source>
        <translation>Supprimer seulement cette date laisse les autres dates et le lien tels quels. Supprimer toutes les dates supprime la série dans Zoom, et son lien ne fonctionne plus. Les enregistrements restent.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RosterFolder</name>
    <message>
        <source>%1 is too large to be a roster.</source>
        <translation>%1 est trop volumineux pour être une liste d’école.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ne peut pas être lu&#xa0;: %2</translation>
    </message>
    <message>
        <source>There are no CSV files in %1.</source>
        <translation>Il n’y a pas de fichiers CSV dans %1.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ScheduleDialog</name>
    <message>
        <source>Which dates</source>
        <translation>Quelles dates</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Schedule a meeting</source>
        <translation>Planifier une réunion</translation>
    </message>
    <message>
        <source>Edit meeting</source>
        <translation>Modifier la réunion</translation>
    </message>
    <message>
        <source>&amp;Schedule</source>
        <translation>P&amp;lanifier</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>E&amp;nregistrer</translation>
    </message>
    <message>
        <source>Sent to Zoom when you press Schedule; kept here if you are offline.</source>
        <translation>Envoyée à Zoom quand vous appuyez sur Planifier&#xa0;; gardée ici si vous êtes hors ligne.</translation>
    </message>
    <message>
        <source>Sent to Zoom when you press Save; kept here if you are offline.</source>
        <translation>Envoyée à Zoom quand vous appuyez sur Enregistrer&#xa0;; gardée ici si vous êtes hors ligne.</translation>
    </message>
    <message>
        <source>This meeting is gone.</source>
        <translation>Cette réunion n’existe plus.</translation>
    </message>
    <message>
        <source>It was deleted while you were editing it.</source>
        <translation>Elle a été supprimée pendant que vous la modifiiez.</translation>
    </message>
    <message>
        <source>You cannot schedule.</source>
        <translation>Vous ne pouvez pas planifier.</translation>
    </message>
    <message>
        <source>This one (%1)</source>
        <comment>a date of a series</comment>
        <translation>Celle-ci (%1)</translation>
    </message>
    <message>
        <source>All</source>
        <comment>all dates of a series</comment>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Lectern is asking Zoom for the meeting&apos;s options…</source>
        <translation>Lectern demande à Zoom les options de la réunion…</translation>
    </message>
    <message>
        <source>Zoom could not be asked for these options. %1</source>
        <translation>Ces options n’ont pas pu être demandées à Zoom. %1</translation>
    </message>
    <message>
        <source>“%1” is scheduled.</source>
        <translation>«&#xa0;%1&#xa0;» est planifiée.</translation>
    </message>
    <message>
        <source>“%1” is changed.</source>
        <translation>«&#xa0;%1&#xa0;» est modifiée.</translation>
    </message>
    <message>
        <source>Not scheduled.</source>
        <translation>La réunion n’a pas été planifiée.</translation>
    </message>
    <message>
        <source>Not saved.</source>
        <translation>Les modifications n’ont pas été enregistrées.</translation>
    </message>
    <message>
        <source>Discard this meeting?</source>
        <translation>Abandonner cette réunion&#xa0;?</translation>
    </message>
    <message>
        <source>Discard your changes?</source>
        <translation>Abandonner vos modifications&#xa0;?</translation>
    </message>
    <message>
        <source>What you typed is not kept.</source>
        <translation>Ce que vous avez saisi n’est pas gardé.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ScheduleForm</name>
    <message>
        <source>&amp;Topic</source>
        <translation>&amp;Sujet</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Pour</translation>
    </message>
    <message>
        <source>H&amp;ost</source>
        <translation>Hôt&amp;e</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Jour</translation>
    </message>
    <message>
        <source>&amp;At</source>
        <translation>&amp;Heure</translation>
    </message>
    <message>
        <source>For how &amp;long</source>
        <translation>&amp;Durée</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Répétition</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>Plus d’options</translation>
    </message>
    <message>
        <source>What people will see in their lists</source>
        <translation>Ce que chacun verra dans sa liste</translation>
    </message>
    <message>
        <source>The same for all dates of the series. Choose “All” to change it.</source>
        <translation>Identique pour toutes les dates de la série. Choisissez «&#xa0;Toutes&#xa0;» pour le modifier.</translation>
    </message>
    <message>
        <source>A meeting keeps its host. Schedule a new one for another.</source>
        <translation>Une réunion garde son hôte. Planifiez-en une nouvelle pour un autre hôte.</translation>
    </message>
    <message>
        <source>“%1” is no length of time. Write it like 45, 45 minutes or 1 h 30.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une durée. Écrivez par exemple 45, 45 minutes ou 1 h 30.</translation>
    </message>
    <message>
        <source>Choose for whom the meeting is.</source>
        <translation>Choisissez pour qui est la réunion.</translation>
    </message>
    <message>
        <source>This is no longer there. Choose for whom the meeting is.</source>
        <translation>Cela n’existe plus. Choisissez pour qui est la réunion.</translation>
    </message>
    <message>
        <source>This host is no longer in the Zoom account. Choose another one.</source>
        <translation>Cet hôte n’est plus dans le compte Zoom. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>%1 where you are</source>
        <translation>%1 là où vous êtes</translation>
    </message>
    <message>
        <source>does not repeat</source>
        <translation>ne se répète pas</translation>
    </message>
</context>
<context>
    <name>lectern::ui::SettingWords</name>
    <message>
        <source>Required, approved at once</source>
        <translation>Requise, approuvée aussitôt</translation>
    </message>
    <message>
        <source>Required, each approved by hand</source>
        <translation>Requise, chacune approuvée à la main</translation>
    </message>
    <message>
        <source>Not required</source>
        <translation>Non requise</translation>
    </message>
    <message>
        <source>Not by itself</source>
        <translation>Pas automatiquement</translation>
    </message>
    <message>
        <source>On the host&apos;s computer</source>
        <translation>Sur l’ordinateur de l’hôte</translation>
    </message>
    <message>
        <source>In Zoom&apos;s cloud</source>
        <translation>Dans le cloud de Zoom</translation>
    </message>
    <message>
        <source>No, the host opens the meeting</source>
        <translation>Non, l’hôte ouvre la réunion</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>À tout moment</translation>
    </message>
    <message>
        <source>From %1 before the start</source>
        <translation>À partir de %1 avant le début</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Inscription</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Waiting room</source>
        <translation>Salle d’attente</translation>
    </message>
    <message>
        <source>Join before the host</source>
        <translation>Entrée avant l’hôte</translation>
    </message>
    <message>
        <source>Mute on entry</source>
        <translation>Micro coupé à l’arrivée</translation>
    </message>
    <message>
        <source>Alternative hosts</source>
        <translation>Hôtes alternatifs</translation>
    </message>
</context>
<context>
    <name>lectern::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Apparence et langue</translation>
    </message>
    <message>
        <source>School account</source>
        <translation>Compte de l’école</translation>
    </message>
    <message>
        <source>People and courses</source>
        <translation>Personnes et cours</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>&amp;I am</source>
        <translation>&amp;Je suis</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claires</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombres</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Une autre langue s’applique au prochain démarrage.</translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation>Connecté&#xa0;: %1</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>Déconnecter…</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>Connecté.</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Connecter un compte</translation>
    </message>
    <message>
        <source>Connect another account</source>
        <translation>Connecter un autre compte</translation>
    </message>
    <message>
        <source>A OneRoster 1.1 export (CSV files) from the school&apos;s register or LMS brings people, courses and groups.</source>
        <translation>Un export OneRoster 1.1 (fichiers CSV) du logiciel de scolarité ou de la plateforme d’apprentissage apporte les personnes, les cours et les groupes.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Choose the folder of the OneRoster files</source>
        <translation>Choisissez le dossier des fichiers OneRoster</translation>
    </message>
    <message>
        <source>Disconnect this account?</source>
        <translation>Déconnecter ce compte&#xa0;?</translation>
    </message>
    <message>
        <source>Its secret is removed from this computer. Meetings already read stay visible; what waits to be sent stays until you connect again.</source>
        <translation>Son secret est retiré de cet ordinateur. Les réunions déjà lues restent visibles&#xa0;; ce qui attend d’être envoyé est gardé jusqu’à votre prochaine connexion.</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Rien n’a été importé.</translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation>Importé.</translation>
    </message>
    <message>
        <source>People, courses and groups are up to date.</source>
        <translation>Les personnes, les cours et les groupes sont à jour.</translation>
    </message>
    <message>
        <source>Choose your name</source>
        <translation>Choisissez votre nom</translation>
    </message>
    <message>
        <source>Tell me on the desktop when</source>
        <translation>Me prévenir sur le bureau quand</translation>
    </message>
    <message>
        <source>Live updates</source>
        <translation>Mises à jour en direct</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Et %n de plus.</numerusform>
            <numerusform>Et %n de plus.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::StartNowDialog</name>
    <message>
        <source>&amp;Topic</source>
        <translation>&amp;Sujet</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Pour</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>L’abandonner</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Start a meeting now</source>
        <translation>Démarrer une réunion maintenant</translation>
    </message>
    <message>
        <source>Meeting with %1</source>
        <translation>Réunion avec %1</translation>
    </message>
    <message>
        <source>The courses could not be read.</source>
        <translation>Les cours n’ont pas pu être lus.</translation>
    </message>
    <message>
        <source>You cannot start a meeting.</source>
        <translation>Vous ne pouvez pas démarrer de réunion.</translation>
    </message>
    <message>
        <source>You have no Zoom user.</source>
        <translation>Vous n’avez pas d’utilisateur Zoom.</translation>
    </message>
    <message>
        <source>Nobody in the Zoom account has your e-mail address. Ask an administrator.</source>
        <translation>Personne dans le compte Zoom n’a votre adresse e-mail. Adressez-vous à un administrateur.</translation>
    </message>
    <message numerus="yes">
        <source>The topic is too long: Zoom takes %n characters.</source>
        <translation>
            <numerusform>Le sujet est trop long&#xa0;: Zoom accepte %n caractère.</numerusform>
            <numerusform>Le sujet est trop long&#xa0;: Zoom accepte %n caractères.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no longer there. Choose for whom the meeting is.</source>
        <translation>Cela n’existe plus. Choisissez pour qui est la réunion.</translation>
    </message>
    <message>
        <source>The meeting was not started.</source>
        <translation>La réunion n’a pas été démarrée.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The meeting cannot be followed.</source>
        <translation>La réunion ne peut pas être suivie.</translation>
    </message>
    <message>
        <source>Zoom did not make the meeting.</source>
        <translation>Zoom n’a pas créé la réunion.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Zoom cannot be reached.</source>
        <translation>Zoom ne peut pas être joint.</translation>
    </message>
    <message>
        <source>Close this, and the meeting is made as soon as Zoom answers; you start it then.</source>
        <translation>Fermez cette fenêtre&#xa0;: la réunion sera créée dès que Zoom répondra&#xa0;; vous la démarrerez alors.</translation>
    </message>
    <message>
        <source>Waiting for Zoom…</source>
        <translation>En attente de Zoom…</translation>
    </message>
    <message>
        <source>The meeting opens by itself.</source>
        <translation>La réunion s’ouvre toute seule.</translation>
    </message>
    <message>
        <source>The meeting was not discarded.</source>
        <translation>La réunion n’a pas été abandonnée.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::StatusCellDelegate</name>
    <message>
        <source>host busy</source>
        <translation>hôte occupé</translation>
    </message>
</context>
<context>
    <name>lectern::ui::StatusLine</name>
    <message>
        <source>How fresh this is, and where it comes from</source>
        <translation>De quand datent ces données et d’où elles viennent</translation>
    </message>
    <message>
        <source>What waits to be sent to Zoom</source>
        <translation>Ce qui attend d’être envoyé à Zoom</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
</context>
<context>
    <name>lectern::ui::SyncStateDialog</name>
    <message>
        <source>Read from Zoom now</source>
        <translation>Lire Zoom maintenant</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <source>Changes waiting to be sent</source>
        <translation>Modifications en attente d’envoi</translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>Tout est envoyé</translation>
    </message>
    <message>
        <source>What you change while offline waits here until Zoom has it.</source>
        <translation>Ce que vous modifiez hors ligne attend ici que Zoom l’ait reçu.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Abandonner…</translation>
    </message>
    <message>
        <source>Zoom and this computer</source>
        <translation>Zoom et cet ordinateur</translation>
    </message>
    <message>
        <source>Hosts read</source>
        <translation>Hôtes lus</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The last try did not succeed.</source>
        <translation>Le dernier essai n’a pas réussi.</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>Nouvel essai.</translation>
    </message>
    <message>
        <source>Discard this change?</source>
        <translation>Abandonner cette modification&#xa0;?</translation>
    </message>
    <message>
        <source>“%1” was never sent to Zoom and will be forgotten.</source>
        <translation>«&#xa0;%1&#xa0;» n’a jamais été envoyée à Zoom et sera oubliée.</translation>
    </message>
    <message>
        <source>“%1” goes back to what it was before.</source>
        <translation>«&#xa0;%1&#xa0;» redevient ce qu’elle était avant.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Discarded.</source>
        <translation>Modification abandonnée.</translation>
    </message>
    <message>
        <source>Settled.</source>
        <translation>Réglé.</translation>
    </message>
    <message>
        <source>The learners who are not registered for “%1” yet stay so.</source>
        <translation>Les élèves qui ne sont pas encore inscrits à «&#xa0;%1&#xa0;» ne le seront pas.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::SyncWords</name>
    <message>
        <source>%1 · %2</source>
        <comment>state, age</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Not connected to Zoom</source>
        <translation>Non connecté à Zoom</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>À jour</translation>
    </message>
    <message>
        <source>Connected, not read yet</source>
        <translation>Connecté, pas encore lu</translation>
    </message>
    <message>
        <source>Reading from Zoom, host %1 of %2</source>
        <translation>Lecture de Zoom, hôte %1 sur %2</translation>
    </message>
    <message>
        <source>Reading from Zoom</source>
        <translation>Lecture de Zoom</translation>
    </message>
    <message>
        <source>Sending to Zoom</source>
        <translation>Envoi à Zoom</translation>
    </message>
    <message>
        <source>Offline, shown as last read</source>
        <translation>Hors ligne, affichage de la dernière lecture</translation>
    </message>
    <message>
        <source>Zoom refuses this account</source>
        <translation>Zoom refuse ce compte</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) need you</source>
        <translation>
            <numerusform>%n modification requiert votre attention</numerusform>
            <numerusform>%n modifications requièrent votre attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting to be sent</source>
        <translation>
            <numerusform>%n modification en attente d’envoi</numerusform>
            <numerusform>%n modifications en attente d’envoi</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>il y a %n&#xa0;min</numerusform>
            <numerusform>il y a %n&#xa0;min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>il y a %n heure</numerusform>
            <numerusform>il y a %n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>il y a %n jour</numerusform>
            <numerusform>il y a %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>The school&apos;s relay asks for a new invitation</source>
        <translation>Le relais de l’école demande une nouvelle invitation</translation>
    </message>
    <message>
        <source>Live, through the school&apos;s relay</source>
        <translation>En direct, par le relais de l’école</translation>
    </message>
    <message>
        <source>Live, from Zoom</source>
        <translation>En direct, de Zoom</translation>
    </message>
</context>
<context>
    <name>lectern::ui::TabStrip</name>
    <message>
        <source>Places</source>
        <translation>Rubriques</translation>
    </message>
</context>
<context>
    <name>lectern::ui::TableView</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
</context>
<context>
    <name>lectern::ui::TodayPage</name>
    <message>
        <source>Start a meeting now</source>
        <translation>Démarrer une réunion maintenant</translation>
    </message>
    <message>
        <source>Schedule…</source>
        <translation>Planifier…</translation>
    </message>
    <message>
        <source>Later today</source>
        <translation>Plus tard aujourd’hui</translation>
    </message>
    <message>
        <source>Nothing more today</source>
        <translation>Plus rien aujourd’hui</translation>
    </message>
    <message>
        <source>Meetings of your courses, your own and those for everyone appear here.</source>
        <translation>Les réunions de vos cours, les vôtres et celles pour tous apparaissent ici.</translation>
    </message>
    <message>
        <source>Schedule a meeting…</source>
        <translation>Planifier une réunion…</translation>
    </message>
    <message numerus="yes">
        <source>Tomorrow: %n meeting(s), the first at %1.</source>
        <translation>
            <numerusform>Demain&#xa0;: %n réunion, à %1.</numerusform>
            <numerusform>Demain&#xa0;: %n réunions, la première à %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::ViewAsButton</name>
    <message>
        <source>%1, %2</source>
        <comment>a person&apos;s name and role</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Viewing as %1, %2</source>
        <comment>a person&apos;s name and role</comment>
        <translation>Vu comme %1, %2</translation>
    </message>
</context>
<context>
    <name>lectern::ui::WatchCellDelegate</name>
    <message>
        <source>Watch</source>
        <translation>Regarder</translation>
    </message>
    <message>
        <source>being prepared</source>
        <translation>en préparation</translation>
    </message>
</context>
<context>
    <name>lectern::zoom::Text</name>
    <message>
        <source>Zoom&apos;s answer cannot be understood. Nothing was lost; if it happens again, report it with its details.</source>
        <translation>La réponse de Zoom est incompréhensible. Rien n’est perdu&#xa0;; si cela se reproduit, signalez-le avec ses détails.</translation>
    </message>
    <message>
        <source>The address answered with a web page, not with Zoom&apos;s API. Check the server address.</source>
        <translation>L’adresse a répondu par une page web, et non par l’API de Zoom. Vérifiez l’adresse du serveur.</translation>
    </message>
    <message>
        <source>The server does not know this part of Zoom&apos;s API. Check the server address.</source>
        <translation>Le serveur ne connaît pas cette partie de l’API de Zoom. Vérifiez l’adresse du serveur.</translation>
    </message>
    <message>
        <source>Zoom has a problem at the moment. Lectern tries again by itself.</source>
        <translation>Zoom a un problème en ce moment. Lectern réessaie tout seul.</translation>
    </message>
    <message>
        <source>Stopped before it was finished.</source>
        <translation>Arrêté avant la fin.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check the connection to the internet and the server address.</source>
        <translation>%1 ne peut pas être joint. Vérifiez la connexion à internet et l’adresse du serveur.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Check the connection to the internet, or try again later.</source>
        <translation>%1 n’a pas répondu à temps. Vérifiez la connexion à internet, ou réessayez plus tard.</translation>
    </message>
    <message>
        <source>The identity of %1 cannot be verified, so nothing was sent to it. Check the server address and this computer&apos;s date.</source>
        <translation>L’identité de %1 ne peut pas être vérifiée&#xa0;; rien ne lui a donc été envoyé. Vérifiez l’adresse du serveur et la date de cet ordinateur.</translation>
    </message>
    <message>
        <source>%1 is not a secure address. Use one that begins with https://.</source>
        <translation>%1 n’est pas une adresse sécurisée. Utilisez une adresse qui commence par https://.</translation>
    </message>
    <message>
        <source>The answer is larger than anything Zoom sends. Check the server address.</source>
        <translation>La réponse est plus volumineuse que tout ce que Zoom envoie. Vérifiez l’adresse du serveur.</translation>
    </message>
    <message>
        <source>The server sent the request on to %1, where it must not go. Check the server address.</source>
        <translation>Le serveur a renvoyé la requête vers %1, où elle ne doit pas aller. Vérifiez l’adresse du serveur.</translation>
    </message>
    <message>
        <source>Zoom does not accept the credentials of this account. Check them in Settings.</source>
        <translation>Zoom n’accepte pas les identifiants de ce compte. Vérifiez-les dans les paramètres.</translation>
    </message>
    <message>
        <source>Zoom does not know this client ID with this client secret. Copy both again from the app&apos;s page on the Zoom App Marketplace.</source>
        <translation>Zoom ne connaît pas cet identifiant client avec ce secret client. Copiez à nouveau les deux depuis la page de l’application sur le Zoom App Marketplace.</translation>
    </message>
    <message>
        <source>Zoom does not accept the account ID. Copy it again from the app&apos;s page on the Zoom App Marketplace.</source>
        <translation>Zoom n’accepte pas l’identifiant du compte. Copiez-le à nouveau depuis la page de l’application sur le Zoom App Marketplace.</translation>
    </message>
    <message>
        <source>The Zoom app is switched off. An administrator can activate it on the Zoom App Marketplace.</source>
        <translation>L’application Zoom est désactivée. Un administrateur peut l’activer sur le Zoom App Marketplace.</translation>
    </message>
    <message>
        <source>The authorization was taken back at Zoom. Connect the account again.</source>
        <translation>L’autorisation a été retirée dans Zoom. Connectez à nouveau le compte.</translation>
    </message>
    <message>
        <source>The owner of the Zoom app has left the account. An administrator has to create the app anew.</source>
        <translation>Le propriétaire de l’application Zoom a quitté le compte. Un administrateur doit recréer l’application.</translation>
    </message>
    <message>
        <source>This Zoom app does not allow this kind of sign-in. Create a Server-to-Server OAuth app and use its credentials.</source>
        <translation>Cette application Zoom n’autorise pas ce type de connexion. Créez une application Server-to-Server OAuth et utilisez ses identifiants.</translation>
    </message>
    <message>
        <source>The sign-in has expired. Sign in again.</source>
        <translation>La connexion a expiré. Connectez-vous à nouveau.</translation>
    </message>
    <message>
        <source>The Zoom app does not list Lectern&apos;s return address. Add it on the app&apos;s page on the Zoom App Marketplace.</source>
        <translation>L’application Zoom ne mentionne pas l’adresse de retour de Lectern. Ajoutez-la sur la page de l’application du Zoom App Marketplace.</translation>
    </message>
    <message>
        <source>The credentials are incomplete. Fill in every field of the account in Settings.</source>
        <translation>Les identifiants sont incomplets. Remplissez tous les champs du compte dans les paramètres.</translation>
    </message>
    <message>
        <source>The key and secret cannot be used to sign in. Check them in Settings.</source>
        <translation>La clé et le secret ne permettent pas de se connecter. Vérifiez-les dans les paramètres.</translation>
    </message>
    <message>
        <source>The sign-in named %1 as the server, which is none of Zoom&apos;s. Check the server address.</source>
        <translation>La connexion a désigné %1 comme serveur, qui n’est pas l’un de ceux de Zoom. Vérifiez l’adresse du serveur.</translation>
    </message>
    <message>
        <source>The Zoom app lacks a permission for this. Add the missing scopes on the Zoom App Marketplace.</source>
        <translation>Il manque à l’application Zoom une autorisation pour cela. Ajoutez les scopes manquants sur le Zoom App Marketplace.</translation>
    </message>
    <message>
        <source>The Zoom app lacks permissions. Add these scopes on the Zoom App Marketplace: %1.</source>
        <translation>Il manque des autorisations à l’application Zoom. Ajoutez ces scopes sur le Zoom App Marketplace&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Zoom does not allow this account to do that. Ask the account&apos;s administrator.</source>
        <translation>Zoom n’autorise pas ce compte à faire cela. Adressez-vous à l’administrateur du compte.</translation>
    </message>
    <message>
        <source>Zoom offers this only with a paid plan or an extra licence.</source>
        <translation>Zoom ne propose cela qu’avec un abonnement payant ou une licence supplémentaire.</translation>
    </message>
    <message>
        <source>Zoom refused what was entered. Check it and send it again.</source>
        <translation>Zoom a refusé ce qui a été saisi. Vérifiez-le et envoyez-le à nouveau.</translation>
    </message>
    <message>
        <source>Zoom refused what was entered: %1</source>
        <translation>Zoom a refusé ce qui a été saisi&#xa0;: %1</translation>
    </message>
    <message>
        <source>Zoom already has this. Refresh to see it.</source>
        <translation>Zoom a déjà cela. Actualisez pour le voir.</translation>
    </message>
    <message>
        <source>Zoom asks for a short break. Lectern goes on by itself.</source>
        <translation>Zoom demande une courte pause. Lectern continue tout seul.</translation>
    </message>
    <message>
        <source>This host has reached Zoom&apos;s limit of 100 new or changed meetings a day. Lectern goes on after midnight UTC.</source>
        <translation>Cet hôte a atteint la limite de Zoom de 100 réunions créées ou modifiées par jour. Lectern continue après minuit UTC.</translation>
    </message>
    <message>
        <source>The account has reached Zoom&apos;s limit of requests for today. Lectern goes on when Zoom allows it again.</source>
        <translation>Le compte a atteint la limite de requêtes de Zoom pour aujourd’hui. Lectern continue quand Zoom le permet à nouveau.</translation>
    </message>
    <message>
        <source>Zoom does not have this host any more. Choose another host.</source>
        <translation>Cet hôte n’est plus dans Zoom. Choisissez un autre hôte.</translation>
    </message>
    <message>
        <source>The meeting no longer exists at Zoom.</source>
        <translation>La réunion n’existe plus dans Zoom.</translation>
    </message>
    <message>
        <source>Zoom does not give access to this meeting. It may be a webinar, a date that is gone, or belong to a host one may not schedule for.</source>
        <translation>Zoom ne donne pas accès à cette réunion. C’est peut-être un webinaire, une date disparue, ou la réunion d’un hôte pour qui l’on ne peut pas planifier.</translation>
    </message>
    <message>
        <source>The meeting is running. End it first.</source>
        <translation>La réunion est en cours. Terminez-la d’abord.</translation>
    </message>
    <message>
        <source>Only the meeting&apos;s host may do this.</source>
        <translation>Seul l’hôte de la réunion peut le faire.</translation>
    </message>
    <message>
        <source>The meeting has already ended.</source>
        <translation>La réunion est déjà terminée.</translation>
    </message>
    <message>
        <source>The meeting is over, so nobody can register any more.</source>
        <translation>La réunion est terminée&#xa0;; plus personne ne peut s’inscrire.</translation>
    </message>
    <message>
        <source>A personal room cannot be deleted.</source>
        <translation>Une salle personnelle ne peut pas être supprimée.</translation>
    </message>
    <message>
        <source>This user may not host or schedule meetings. An administrator can give them a licence at Zoom.</source>
        <translation>Cet utilisateur ne peut ni animer ni planifier de réunions. Un administrateur peut lui donner une licence dans Zoom.</translation>
    </message>
    <message>
        <source>Registration is not switched on for this meeting. Edit the meeting to switch it on.</source>
        <translation>L’inscription n’est pas activée pour cette réunion. Modifiez la réunion pour l’activer.</translation>
    </message>
    <message>
        <source>No more people can register for this meeting.</source>
        <translation>Plus personne ne peut s’inscrire à cette réunion.</translation>
    </message>
    <message>
        <source>The host of a meeting cannot register for it.</source>
        <translation>L’hôte d’une réunion ne peut pas s’y inscrire.</translation>
    </message>
    <message>
        <source>There is no recording of this meeting at Zoom.</source>
        <translation>Il n’y a pas d’enregistrement de cette réunion dans Zoom.</translation>
    </message>
    <message>
        <source>The recording is not finished yet. Try again when the meeting has ended.</source>
        <translation>L’enregistrement n’est pas encore terminé. Réessayez quand la réunion sera terminée.</translation>
    </message>
    <message>
        <source>Cloud recording is not switched on for this account.</source>
        <translation>L’enregistrement dans le cloud n’est pas activé pour ce compte.</translation>
    </message>
    <message>
        <source>The recording is used by a webinar and cannot be deleted.</source>
        <translation>L’enregistrement est utilisé par un webinaire et ne peut pas être supprimé.</translation>
    </message>
    <message>
        <source>Zoom keeps no details of meetings older than a year.</source>
        <translation>Zoom ne garde pas les détails des réunions de plus d’un an.</translation>
    </message>
    <message>
        <source>The meeting runs on the organisation&apos;s own servers, where this is not possible.</source>
        <translation>La réunion a lieu sur les serveurs de l’organisation, où ce n’est pas possible.</translation>
    </message>
    <message>
        <source>This is not possible for this kind of meeting.</source>
        <translation>Ce n’est pas possible pour ce type de réunion.</translation>
    </message>
    <message>
        <source>This can only be changed for all dates of a series, not for one.</source>
        <translation>Ceci ne peut être modifié que pour toutes les dates d’une série, pas pour une seule.</translation>
    </message>
    <message>
        <source>Zoom registers the same person for a meeting at most three times a day. Try again after midnight UTC.</source>
        <translation>Zoom inscrit une même personne à une réunion trois fois par jour au plus. Réessayez après minuit UTC.</translation>
    </message>
    <message>
        <source>This network&apos;s proxy wants a name and a password. Write them into the proxy&apos;s address in the system&apos;s settings (http://name:password@proxy:port), or ask whoever looks after the network.</source>
        <translation>Le serveur mandataire (proxy) de ce réseau demande un nom et un mot de passe. Indiquez-les dans son adresse, dans les réglages du système (http://nom:motdepasse@proxy:port), ou adressez-vous à la personne qui s’occupe du réseau.</translation>
    </message>
    <message>
        <source>This network&apos;s proxy cannot be reached, or does not let Lectern through to %1. Check the proxy in the system&apos;s settings, or ask whoever looks after the network.</source>
        <translation>Le serveur mandataire (proxy) de ce réseau est injoignable, ou ne laisse pas Lectern accéder à %1. Vérifiez-le dans les réglages du système, ou adressez-vous à la personne qui s’occupe du réseau.</translation>
    </message>
</context>
</TS>
