<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en_GB">
<context>
    <name>lectern::app::DemoRelay</name>
    <message>
        <source>This desktop</source>
        <translation>Este ordenador</translation>
    </message>
    <message>
        <source>The demo school&apos;s relay does not run: what happens in a meeting is shown a little later.</source>
        <translation>El relé del centro de demostración no funciona: lo que ocurre en una reunión se muestra un poco más tarde.</translation>
    </message>
</context>
<context>
    <name>lectern::app::DemoSchool::Worker</name>
    <message>
        <source>The demo school could not be started. Is Lectern installed completely?</source>
        <translation>No se ha podido iniciar el centro de demostración. ¿Está Lectern instalado por completo?</translation>
    </message>
    <message>
        <source>Demo school</source>
        <translation>Centro de demostración</translation>
    </message>
</context>
<context>
    <name>lectern::app::Desktop</name>
    <message>
        <source>Lectern – demo school</source>
        <translation>Lectern – centro de demostración</translation>
    </message>
    <message>
        <source>Lectern</source>
        <translation>Lectern</translation>
    </message>
    <message>
        <source>“%1” has started.</source>
        <translation>«%1» ha empezado.</translation>
    </message>
    <message>
        <source>Opening the demo school</source>
        <translation>Abriendo el centro de demostración</translation>
    </message>
    <message>
        <source>Connect to %1?</source>
        <translation>¿Conectar con %1?</translation>
    </message>
    <message>
        <source>This invitation takes the place of the present connection to the school&apos;s relay.</source>
        <translation>Esta invitación sustituye a la conexión actual con el relé del centro.</translation>
    </message>
    <message>
        <source>Changes at your school then arrive here within a second. Accept invitations only from your school.</source>
        <translation>Los cambios de su centro llegarán aquí en menos de un segundo. Acepte solo invitaciones de su centro.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Connected to the school&apos;s relay.</source>
        <translation>Conectado con el relé del centro.</translation>
    </message>
</context>
<context>
    <name>lectern::app::Options</name>
    <message>
        <source>Open the demo school: no account and no network needed.</source>
        <translation>Abrir el centro de demostración: no hace falta cuenta ni red.</translation>
    </message>
    <message>
        <source>Play the tour on the demo school, write a picture of each step into this folder, and leave.</source>
        <translation>Recorrer la visita en el centro de demostración, guardar una imagen de cada paso en esta carpeta y salir.</translation>
    </message>
    <message>
        <source>Keep everything in this folder instead of the usual place.</source>
        <translation>Guardarlo todo en esta carpeta en lugar de la habitual.</translation>
    </message>
    <message>
        <source>Speak this language (en, fr or es) instead of the system&apos;s.</source>
        <translation>Usar este idioma (en, fr o es) en lugar del idioma del sistema.</translation>
    </message>
    <message>
        <source>Use light or dark colours instead of the system&apos;s.</source>
        <translation>Usar colores claros (light) u oscuros (dark) en lugar de los del sistema.</translation>
    </message>
    <message>
        <source>Which demo school to make.</source>
        <translation>Qué centro de demostración crear.</translation>
    </message>
    <message>
        <source>--colours takes “light” or “dark”.</source>
        <translation>--colours admite «light» o «dark».</translation>
    </message>
    <message>
        <source>--seed takes a whole number.</source>
        <translation>--seed admite un número entero.</translation>
    </message>
    <message>
        <source>Meetings, registrants and recordings of a school that teaches over Zoom.</source>
        <translation>Reuniones, inscritos y grabaciones de un centro que imparte clase por Zoom.</translation>
    </message>
    <message>
        <source>“%1” is not understood.</source>
        <translation>No se entiende «%1».</translation>
    </message>
    <message>
        <source>An invitation of your school, lectern://…</source>
        <translation>Una invitación de su centro, lectern://…</translation>
    </message>
</context>
<context>
    <name>lectern::app::Places</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Cursos</translation>
    </message>
    <message>
        <source>My meetings</source>
        <translation>Mis reuniones</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Para todos</translation>
    </message>
    <message>
        <source>All meetings</source>
        <translation>Todas las reuniones</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
</context>
<context>
    <name>lectern::app::Tour</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>No se puede crear la carpeta %1.</translation>
    </message>
    <message>
        <source>right</source>
        <translation>correcto</translation>
    </message>
    <message>
        <source>WRONG</source>
        <translation>INCORRECTO</translation>
    </message>
    <message>
        <source>the picture %1 could not be written</source>
        <translation>no se ha podido guardar la imagen %1</translation>
    </message>
    <message>
        <source>the dialog&apos;s button can be pressed</source>
        <translation>se puede pulsar el botón del diálogo</translation>
    </message>
    <message>
        <source>the dialog closes</source>
        <translation>el diálogo se cierra</translation>
    </message>
    <message>
        <source>the tab opens</source>
        <translation>la pestaña se abre</translation>
    </message>
    <message>
        <source>Open the demo school</source>
        <translation>Abrir el centro de demostración</translation>
    </message>
    <message>
        <source>all hosts&apos; meetings are read</source>
        <translation>se leen las reuniones de todos los anfitriones</translation>
    </message>
    <message>
        <source>Today shows what is on or comes next</source>
        <translation>Hoy muestra lo que hay o viene después</translation>
    </message>
    <message>
        <source>the sandbox has meetings</source>
        <translation>el simulador tiene reuniones</translation>
    </message>
    <message>
        <source>Schedule a meeting for a course</source>
        <translation>Programar una reunión para un curso</translation>
    </message>
    <message>
        <source>the dialog takes a topic</source>
        <translation>el diálogo acepta un tema</translation>
    </message>
    <message>
        <source>The meeting is scheduled</source>
        <translation>La reunión queda programada</translation>
    </message>
    <message>
        <source>the store has it, and Zoom agreed</source>
        <translation>está guardada, y Zoom la acepta</translation>
    </message>
    <message>
        <source>the course lists it</source>
        <translation>el curso la muestra</translation>
    </message>
    <message>
        <source>the sandbox has it</source>
        <translation>el simulador la tiene</translation>
    </message>
    <message>
        <source>it belongs to the course</source>
        <translation>pertenece al curso</translation>
    </message>
    <message>
        <source>Start a meeting now</source>
        <translation>Iniciar una reunión ahora</translation>
    </message>
    <message>
        <source>Start now can be pressed</source>
        <translation>se puede pulsar Iniciar ahora</translation>
    </message>
    <message>
        <source>a topic can be typed</source>
        <translation>se puede escribir un tema</translation>
    </message>
    <message>
        <source>Start can be pressed</source>
        <translation>se puede pulsar Iniciar</translation>
    </message>
    <message>
        <source>Zoom opens with a start link</source>
        <translation>Zoom se abre con un enlace de inicio</translation>
    </message>
    <message>
        <source>the store knows that it has started</source>
        <translation>queda guardado que ha empezado</translation>
    </message>
    <message>
        <source>it is live at the sandbox</source>
        <translation>está en curso en el simulador</translation>
    </message>
    <message>
        <source>Today shows it as live</source>
        <translation>Hoy la muestra en curso</translation>
    </message>
    <message>
        <source>Edit the scheduled meeting</source>
        <translation>Modificar la reunión programada</translation>
    </message>
    <message>
        <source>its page opens</source>
        <translation>se abre su página</translation>
    </message>
    <message>
        <source>Edit can be pressed</source>
        <translation>se puede pulsar Modificar</translation>
    </message>
    <message>
        <source>the topic can be changed</source>
        <translation>se puede cambiar el tema</translation>
    </message>
    <message>
        <source>the store has the new topic, and Zoom agreed</source>
        <translation>el nuevo tema está guardado, y Zoom lo acepta</translation>
    </message>
    <message>
        <source>the sandbox has the new topic</source>
        <translation>el simulador tiene el nuevo tema</translation>
    </message>
    <message>
        <source>Join as a learner</source>
        <translation>Unirse como alumno</translation>
    </message>
    <message>
        <source>the course has learners</source>
        <translation>el curso tiene alumnos</translation>
    </message>
    <message>
        <source>the learner&apos;s Today shows the live meeting</source>
        <translation>el alumno ve la reunión en curso en Hoy</translation>
    </message>
    <message>
        <source>Join can be pressed</source>
        <translation>se puede pulsar Unirse</translation>
    </message>
    <message>
        <source>Zoom opens with a join link</source>
        <translation>Zoom se abre con un enlace para unirse</translation>
    </message>
    <message>
        <source>the learner is in the meeting at the sandbox</source>
        <translation>el alumno está en la reunión del simulador</translation>
    </message>
    <message>
        <source>A learner joins in the browser and appears among the participants</source>
        <translation>Un alumno se une por el navegador y aparece entre los participantes</translation>
    </message>
    <message>
        <source>the meeting has a link</source>
        <translation>la reunión tiene un enlace</translation>
    </message>
    <message>
        <source>the list of participants has the learner, with nothing pressed</source>
        <translation>el alumno está en la lista de participantes sin pulsar nada</translation>
    </message>
    <message>
        <source>End the meeting</source>
        <translation>Terminar la reunión</translation>
    </message>
    <message>
        <source>Today shows the live meeting to its host</source>
        <translation>Hoy muestra la reunión en curso a su anfitrión</translation>
    </message>
    <message>
        <source>the page offers to end it</source>
        <translation>la página ofrece terminarla</translation>
    </message>
    <message>
        <source>the store knows that it has ended</source>
        <translation>queda guardado que ha terminado</translation>
    </message>
    <message>
        <source>it is over at the sandbox</source>
        <translation>ha terminado en el simulador</translation>
    </message>
    <message>
        <source>Delete the scheduled meeting</source>
        <translation>Eliminar la reunión programada</translation>
    </message>
    <message>
        <source>the page offers to delete it</source>
        <translation>la página ofrece eliminarla</translation>
    </message>
    <message>
        <source>the store keeps a tombstone</source>
        <translation>queda constancia de ella</translation>
    </message>
    <message>
        <source>the course no longer lists it</source>
        <translation>el curso ya no la muestra</translation>
    </message>
    <message>
        <source>the sandbox deleted it</source>
        <translation>el simulador la ha eliminado</translation>
    </message>
    <message>
        <source>Go offline and schedule all the same</source>
        <translation>Quedarse sin conexión y programar igualmente</translation>
    </message>
    <message>
        <source>the store keeps it, not sent yet</source>
        <translation>está guardada, sin enviar todavía</translation>
    </message>
    <message>
        <source>the course lists it as not sent yet</source>
        <translation>el curso la muestra como no enviada todavía</translation>
    </message>
    <message>
        <source>the status line says that a change waits</source>
        <translation>la línea de estado dice que hay un cambio pendiente</translation>
    </message>
    <message>
        <source>Come back online</source>
        <translation>Volver a tener conexión</translation>
    </message>
    <message>
        <source>what waited is sent by itself</source>
        <translation>lo pendiente se envía solo</translation>
    </message>
    <message>
        <source>the sandbox has it once</source>
        <translation>el simulador la tiene una sola vez</translation>
    </message>
    <message>
        <source>nothing waits any more</source>
        <translation>ya no hay nada pendiente</translation>
    </message>
    <message>
        <source>Look at my meetings</source>
        <translation>Ver mis reuniones</translation>
    </message>
    <message>
        <source>Look at the meeting for everyone</source>
        <translation>Ver la reunión para todos</translation>
    </message>
    <message>
        <source>Look at all meetings as an administrator</source>
        <translation>Ver todas las reuniones como administrador</translation>
    </message>
    <message>
        <source>Look at the recordings as an administrator</source>
        <translation>Ver las grabaciones como administrador</translation>
    </message>
</context>
<context>
    <name>lectern::app::ViewerChoice</name>
    <message>
        <source>learner</source>
        <translation>alumno</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>docente</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administrador</translation>
    </message>
</context>
<context>
    <name>lectern::ctl::Changes</name>
    <message>
        <source>Say what to change, such as --topic.</source>
        <translation>Indique qué hay que cambiar, por ejemplo --topic.</translation>
    </message>
</context>
<context>
    <name>lectern::ctl::Lookup</name>
    <message>
        <source>There is no meeting %1. List them with: lecternctl meetings</source>
        <translation>No existe la reunión %1. Vea la lista con: lecternctl meetings</translation>
    </message>
    <message>
        <source>There is no course %1. List them with: lecternctl courses</source>
        <translation>No existe el curso %1. Vea la lista con: lecternctl courses</translation>
    </message>
    <message>
        <source>There is nobody with the e-mail %1. List people with: lecternctl people</source>
        <translation>Nadie tiene el correo %1. Vea la lista de personas con: lecternctl people</translation>
    </message>
    <message>
        <source>There is no session %1.</source>
        <translation>No existe el periodo %1.</translation>
    </message>
    <message>
        <source>The course %1 has no group %2.</source>
        <translation>El curso %1 no tiene ningún grupo %2.</translation>
    </message>
    <message>
        <source>Say who hosts it: --host with the e-mail of a Zoom user of the account.</source>
        <translation>Indique quién es el anfitrión: --host con el correo de un usuario de Zoom de la cuenta.</translation>
    </message>
    <message>
        <source>%1 is no moment: write it as 2026-03-02T09:00:00+01:00.</source>
        <translation>%1 no es una fecha con hora: escríbala como 2026-03-02T09:00:00+01:00.</translation>
    </message>
    <message>
        <source>%1 is no day: write it as 2026-03-02.</source>
        <translation>%1 no es un día: escríbalo como 2026-03-02.</translation>
    </message>
</context>
<context>
    <name>lectern::ctl::Relay</name>
    <message>
        <source>Connected to the relay. See what happens with: lecternctl watch</source>
        <translation>Conectado al relé. Siga lo que ocurre con: lecternctl watch</translation>
    </message>
</context>
<context>
    <name>lectern::ctl::Sync</name>
    <message>
        <source>Put the secret into the environment variable %1; it is kept in the keyring from then on.</source>
        <translation>Ponga el secreto en la variable de entorno %1; a partir de entonces se guarda en el depósito de claves.</translation>
    </message>
    <message>
        <source>Connected. Fetch the meetings with: lecternctl sync</source>
        <translation>Conectado. Lea las reuniones con: lecternctl sync</translation>
    </message>
</context>
<context>
    <name>lectern::ctl::Workbench</name>
    <message>
        <source>Somebody else changed the same at Zoom. Settle it in Lectern.</source>
        <translation>Otra persona ha cambiado lo mismo en Zoom. Resuélvalo en Lectern.</translation>
    </message>
    <message>
        <source>Zoom has not answered yet.</source>
        <translation>Zoom aún no ha respondido.</translation>
    </message>
    <message>
        <source>not sent yet: %1 It stays in the outbox and is sent the next time.</source>
        <translation>aún sin enviar: %1 El cambio queda pendiente y se enviará la próxima vez.</translation>
    </message>
    <message>
        <source>not sent: %1 It stays in the outbox.</source>
        <translation>sin enviar: %1 El cambio queda pendiente.</translation>
    </message>
</context>
<context>
    <name>lectern::feed::Text</name>
    <message>
        <source>A web page came instead of %1. This network may ask you to sign in first: open any page in your browser. Lectern tries again by itself.</source>
        <translation>Ha llegado una página web en lugar de %1. Puede que esta red pida identificarse antes: abra cualquier página en su navegador. Lectern lo intenta de nuevo por sí solo.</translation>
    </message>
    <message>
        <source>There is no Lectern relay at %1. Ask your administrator whether its address has changed.</source>
        <translation>No hay ningún relé de Lectern en %1. Pregunte a su administrador si ha cambiado la dirección.</translation>
    </message>
    <message>
        <source>The connection to %1 ended. Lectern connects again by itself.</source>
        <translation>La conexión con %1 ha terminado. Lectern vuelve a conectar por sí solo.</translation>
    </message>
    <message>
        <source>Nothing came from %1 for a while. Lectern connects again by itself.</source>
        <translation>Hace un rato que no llega nada de %1. Lectern vuelve a conectar por sí solo.</translation>
    </message>
    <message>
        <source>What %1 sends cannot be understood. Lectern tries again by itself.</source>
        <translation>No se entiende lo que envía %1. Lectern lo intenta de nuevo por sí solo.</translation>
    </message>
    <message>
        <source>%1 has too much to do at the moment. Lectern tries again by itself.</source>
        <translation>%1 tiene demasiado que hacer en este momento. Lectern lo intenta de nuevo por sí solo.</translation>
    </message>
    <message>
        <source>%1 has a problem at the moment. Lectern tries again by itself.</source>
        <translation>%1 tiene un problema en este momento. Lectern lo intenta de nuevo por sí solo.</translation>
    </message>
    <message>
        <source>%1 did not accept what Lectern sent. Nothing was changed there.</source>
        <translation>%1 no ha aceptado lo que envió Lectern. Allí no ha cambiado nada.</translation>
    </message>
    <message>
        <source>Your access to the school&apos;s relay has ended. Ask your administrator for a new invitation.</source>
        <translation>Su acceso al relé del centro ha caducado. Pida una nueva invitación a su administrador.</translation>
    </message>
    <message>
        <source>Your access to the school&apos;s relay was withdrawn. Ask your administrator for a new invitation.</source>
        <translation>Se le ha retirado el acceso al relé del centro. Pida una nueva invitación a su administrador.</translation>
    </message>
    <message>
        <source>The relay does not let you do that. Ask your administrator.</source>
        <translation>El relé no se lo permite. Pregunte a su administrador.</translation>
    </message>
    <message>
        <source>This is not an invitation to a school. Copy the whole link that begins with lectern://invite.</source>
        <translation>Esto no es una invitación de un centro. Copie el enlace completo, que empieza por lectern://invite.</translation>
    </message>
    <message>
        <source>This invitation leads to an address that is not secure, so it is not used. Ask your administrator for a new one.</source>
        <translation>Esta invitación lleva a una dirección que no es segura, así que no se usa. Pida otra a su administrador.</translation>
    </message>
    <message>
        <source>This invitation was already used or is too old. Ask your administrator for a new one.</source>
        <translation>Esta invitación ya se usó o es demasiado antigua. Pida otra a su administrador.</translation>
    </message>
    <message>
        <source>The address of Zoom&apos;s event connection is not secure or not complete. Check it in the settings.</source>
        <translation>La dirección de la conexión de eventos de Zoom no es segura o está incompleta. Revísela en los ajustes.</translation>
    </message>
    <message>
        <source>Another computer uses the same event subscription, and Zoom serves only one. Lectern asks Zoom now and then instead.</source>
        <translation>Otro ordenador usa la misma suscripción de eventos, y Zoom solo atiende a uno. Lectern pregunta a Zoom de vez en cuando.</translation>
    </message>
    <message>
        <source>Zoom does not accept the credentials for its event connection. Check them in the settings.</source>
        <translation>Zoom no acepta las credenciales de su conexión de eventos. Revíselas en los ajustes.</translation>
    </message>
</context>
<context>
    <name>lectern::models::AttendanceModel</name>
    <message>
        <source>Waiting to be let in</source>
        <translation>Espera para entrar</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Presente</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Se fue</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>column of times</comment>
        <translation>Salida</translation>
    </message>
</context>
<context>
    <name>lectern::models::ChangeListModel</name>
    <message>
        <source>Schedule</source>
        <translation>Programar</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modificar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Finalizar</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Aún sin enviar</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Enviándose</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Changed on both sides</source>
        <translation>Cambiado en ambos lados</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Reunión</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Register learners</source>
        <translation>Inscribir a los alumnos</translation>
    </message>
</context>
<context>
    <name>lectern::models::CourseListModel</name>
    <message>
        <source>Course</source>
        <translation>Curso</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Learners</source>
        <translation>Alumnos</translation>
    </message>
</context>
<context>
    <name>lectern::models::HostListModel</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
</context>
<context>
    <name>lectern::models::MeetingDetails</name>
    <message>
        <source>This meeting is no longer here.</source>
        <translation>Esta reunión ya no está aquí.</translation>
    </message>
</context>
<context>
    <name>lectern::models::MeetingRowsModel</name>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Anfitrión</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Inscritos</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>En cualquier momento</translation>
    </message>
</context>
<context>
    <name>lectern::models::OwnerOption</name>
    <message>
        <source>Everyone</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>%1 (own meeting)</source>
        <comment>a person&apos;s name</comment>
        <translation>%1 (reunión personal)</translation>
    </message>
    <message>
        <source>My meeting</source>
        <translation>Mi reunión</translation>
    </message>
</context>
<context>
    <name>lectern::models::PeopleModel</name>
    <message>
        <source>learner</source>
        <translation>alumno</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>docente</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administrador</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
</context>
<context>
    <name>lectern::models::RecordingListModel</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Anfitrión</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
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
        <translation>Nombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Known as</source>
        <translation>Conocido como</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Inscrito el</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobada</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>nobody here</source>
        <translation>desconocido aquí</translation>
    </message>
</context>
<context>
    <name>lectern::models::SeriesPreview</name>
    <message>
        <source>The clocks go forward on %1.</source>
        <translation>Los relojes se adelantan el %1.</translation>
    </message>
    <message>
        <source>The clocks go back on %1.</source>
        <translation>Los relojes se atrasan el %1.</translation>
    </message>
    <message>
        <source>The meetings stay at %1 in %2.</source>
        <comment>a time and a city</comment>
        <translation>Las reuniones siguen siendo a las %1 (hora de %2).</translation>
    </message>
    <message>
        <source>On %1 the clock skips this time: the meeting is at %2.</source>
        <comment>a day, a time</comment>
        <translation>El %1 el reloj se salta esta hora: la reunión es a las %2.</translation>
    </message>
</context>
<context>
    <name>lectern::roster::CsvReader</name>
    <message>
        <source>This line has too many values.</source>
        <translation>Esta línea tiene demasiados valores.</translation>
    </message>
    <message>
        <source>This value is too long.</source>
        <translation>Este valor es demasiado largo.</translation>
    </message>
    <message>
        <source>A quotation mark stands within a value that is not in quotation marks.</source>
        <translation>Hay una comilla dentro de un valor que no está entre comillas.</translation>
    </message>
    <message>
        <source>A quotation mark is opened here and never closed.</source>
        <translation>Aquí se abre una comilla que no se cierra nunca.</translation>
    </message>
    <message>
        <source>There is text after the closing quotation mark of a value.</source>
        <translation>Hay texto después de la comilla de cierre de un valor.</translation>
    </message>
</context>
<context>
    <name>lectern::roster::OneRoster</name>
    <message>
        <source>This value is missing.</source>
        <translation>Falta este valor.</translation>
    </message>
    <message>
        <source>“%1” is there a second time.</source>
        <translation>«%1» aparece por segunda vez.</translation>
    </message>
    <message>
        <source>“%1” is not a date. Dates are written as 2026-09-01.</source>
        <translation>«%1» no es una fecha. Las fechas se escriben como 2026-09-01.</translation>
    </message>
    <message>
        <source>“%1” is not a role of OneRoster.</source>
        <translation>«%1» no es un rol de OneRoster.</translation>
    </message>
    <message>
        <source>There is no course “%1” in courses.csv.</source>
        <translation>No hay ningún curso «%1» en courses.csv.</translation>
    </message>
    <message>
        <source>“%1” is not a type of class of OneRoster.</source>
        <translation>«%1» no es un tipo de clase de OneRoster.</translation>
    </message>
    <message>
        <source>There is no session “%1” in academicSessions.csv.</source>
        <translation>No hay ningún periodo «%1» en academicSessions.csv.</translation>
    </message>
    <message>
        <source>%1, line %2: %3 has no e-mail address and was left out.</source>
        <translation>%1, línea %2: %3 no tiene correo y se ha omitido.</translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address.</source>
        <translation>«%1» no es una dirección de correo.</translation>
    </message>
    <message>
        <source>There is no class “%1” in classes.csv.</source>
        <translation>No hay ninguna clase «%1» en classes.csv.</translation>
    </message>
    <message>
        <source>There is no user “%1” in users.csv.</source>
        <translation>No hay ningún usuario «%1» en users.csv.</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>No se ha podido leer «%1».</translation>
    </message>
    <message>
        <source>There is no folder “%1”. Choose the folder that holds manifest.csv.</source>
        <translation>No existe la carpeta «%1». Elija la carpeta que contiene manifest.csv.</translation>
    </message>
    <message>
        <source>%1 holds only changes. Export the roster in full (bulk).</source>
        <translation>%1 solo contiene cambios. Exporte la lista completa del centro (bulk).</translation>
    </message>
    <message>
        <source>It does not announce %1. Export the roster with this file.</source>
        <translation>No anuncia %1. Exporte la lista del centro con este archivo.</translation>
    </message>
    <message>
        <source>This file is missing.</source>
        <translation>Falta este archivo.</translation>
    </message>
    <message>
        <source>This is OneRoster “%1”. Export the roster as OneRoster 1.1 CSV.</source>
        <translation>Es OneRoster «%1». Exporte la lista del centro como OneRoster 1.1 CSV.</translation>
    </message>
</context>
<context>
    <name>lectern::roster::RosterFaults</name>
    <message>
        <source>%1: %2</source>
        <comment>file: what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, línea %2: %3</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: %4</source>
        <translation>%1, línea %2, columna %3: %4</translation>
    </message>
    <message numerus="yes">
        <source>There are %n more fault(s).</source>
        <comment>after the first, told one</comment>
        <translation>
            <numerusform>Hay %n error más.</numerusform>
            <numerusform>Hay %n errores más.</numerusform>
        </translation>
    </message>
    <message>
        <source>The roster was not read; nothing was changed. %1 %2</source>
        <translation>No se ha leído la lista del centro; no se ha cambiado nada. %1 %2</translation>
    </message>
</context>
<context>
    <name>lectern::roster::RosterFile</name>
    <message>
        <source>This file is too large.</source>
        <translation>Este archivo es demasiado grande.</translation>
    </message>
    <message>
        <source>This line is not in the UTF-8 encoding.</source>
        <translation>Esta línea no está codificada en UTF-8.</translation>
    </message>
    <message>
        <source>This file has too many lines.</source>
        <translation>Este archivo tiene demasiadas líneas.</translation>
    </message>
    <message>
        <source>This file is empty; its first line should name its columns.</source>
        <translation>Este archivo está vacío; su primera línea debería nombrar las columnas.</translation>
    </message>
    <message>
        <source>This column is missing.</source>
        <translation>Falta esta columna.</translation>
    </message>
    <message>
        <source>This line has %1 values, but the heading names %2 columns.</source>
        <translation>Esta línea tiene %1 valores, pero el encabezado nombra %2 columnas.</translation>
    </message>
</context>
<context>
    <name>lectern::school::Entry</name>
    <message>
        <source>Your registration waits for the host&apos;s approval.</source>
        <translation>Su inscripción espera la aprobación del anfitrión.</translation>
    </message>
    <message>
        <source>Your registration waits for %1&apos;s approval.</source>
        <translation>Su inscripción espera la aprobación de %1.</translation>
    </message>
    <message>
        <source>You are not registered for this meeting. Ask its host.</source>
        <translation>Aún no tiene inscripción en esta reunión. Consulte a su anfitrión.</translation>
    </message>
    <message>
        <source>You are not registered for this meeting. Ask %1.</source>
        <translation>Aún no tiene inscripción en esta reunión. Consulte a %1.</translation>
    </message>
    <message>
        <source>You are not enrolled for this meeting. Ask its host.</source>
        <translation>Esta reunión no es de ninguno de sus cursos. Consulte a su anfitrión.</translation>
    </message>
    <message>
        <source>You are not enrolled for this meeting. Ask %1.</source>
        <translation>Esta reunión no es de ninguno de sus cursos. Consulte a %1.</translation>
    </message>
    <message>
        <source>This meeting asks for registration; its host approves each one.</source>
        <translation>Esta reunión exige inscripción; su anfitrión las aprueba una a una.</translation>
    </message>
    <message>
        <source>This meeting asks for registration; you are let in at once.</source>
        <translation>Esta reunión exige inscripción; se le admite al momento.</translation>
    </message>
    <message>
        <source>Opens when the host starts it.</source>
        <translation>A la espera del anfitrión.</translation>
    </message>
    <message>
        <source>Opens when %1 starts it.</source>
        <translation>A la espera de %1.</translation>
    </message>
    <message>
        <source>The time of this meeting is over, and nobody has started it.</source>
        <translation>La hora de esta reunión ya ha pasado y nadie la ha iniciado.</translation>
    </message>
    <message>
        <source>You can join before the host.</source>
        <translation>Puede entrar antes que el anfitrión.</translation>
    </message>
    <message numerus="yes">
        <source>Opens %n minute(s) before it starts.</source>
        <translation>
            <numerusform>Se abre %n minuto antes de empezar.</numerusform>
            <numerusform>Se abre %n minutos antes de empezar.</numerusform>
        </translation>
    </message>
    <message>
        <source>You are the host.</source>
        <translation>Esta reunión es suya.</translation>
    </message>
    <message>
        <source>Its time is over, but you can still start it.</source>
        <translation>Su hora ya ha pasado, pero todavía puede iniciarla.</translation>
    </message>
    <message>
        <source>The time of this meeting is over, and Zoom no longer opens it.</source>
        <translation>La hora de esta reunión ya ha pasado y Zoom ya no la abre.</translation>
    </message>
    <message>
        <source>You are an alternative host and can start it.</source>
        <translation>Figura como anfitrión alternativo y puede iniciarla.</translation>
    </message>
    <message>
        <source>Starts the meeting in the host&apos;s name.</source>
        <translation>Inicia la reunión en nombre del anfitrión.</translation>
    </message>
    <message>
        <source>Starts the meeting in the name of %1.</source>
        <translation>Inicia la reunión en nombre de %1.</translation>
    </message>
    <message>
        <source>Your meeting is running.</source>
        <translation>Su reunión está en curso.</translation>
    </message>
    <message>
        <source>It is running; the host lets you in from the waiting room.</source>
        <translation>Está en curso; el anfitrión le dará paso desde la sala de espera.</translation>
    </message>
    <message>
        <source>It is running.</source>
        <translation>Está en curso.</translation>
    </message>
    <message>
        <source>This meeting has ended; you can start it again.</source>
        <translation>Esta reunión ha terminado; puede volver a iniciarla.</translation>
    </message>
    <message>
        <source>This meeting has ended.</source>
        <translation>Esta reunión ha terminado.</translation>
    </message>
    <message>
        <source>This meeting has ended. Its recordings, if there are any, are on its page.</source>
        <translation>Esta reunión ha terminado. Sus grabaciones, si las hay, están en su página.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Volver a iniciar</translation>
    </message>
    <message>
        <source>Rejoin</source>
        <translation>Volver a entrar</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Join as alternative host</source>
        <translation>Entrar como anfitrión alternativo</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Inscribirse</translation>
    </message>
    <message>
        <source>This meeting was deleted in Zoom.</source>
        <translation>Esta reunión se ha eliminado en Zoom.</translation>
    </message>
    <message>
        <source>Zoom does not know of this meeting yet; it opens once it was sent.</source>
        <translation>Zoom aún no conoce esta reunión; se podrá abrir en cuanto se envíe.</translation>
    </message>
    <message>
        <source>Start on behalf</source>
        <translation>Iniciar en su nombre</translation>
    </message>
    <message>
        <source>Tell me</source>
        <translation>Avisarme</translation>
    </message>
    <message>
        <source>The meeting for everyone is closed at present.</source>
        <translation>La reunión para todos está cerrada por ahora.</translation>
    </message>
    <message>
        <source>The meeting for everyone is closed at present. Ask %1.</source>
        <translation>La reunión para todos está cerrada por ahora. Pregunte a %1.</translation>
    </message>
</context>
<context>
    <name>lectern::school::MeetingDraft</name>
    <message>
        <source>“%1” is not an e-mail address. Write each alternative host&apos;s address in full, such as name@school.example.</source>
        <translation>«%1» no es una dirección de correo. Escriba la dirección completa de cada anfitrión alternativo, por ejemplo nombre@centro.example.</translation>
    </message>
    <message>
        <source>People may join at any time before the host, or 5, 10 or 15 minutes before. Choose one of these.</source>
        <translation>Se puede entrar en cualquier momento antes que el anfitrión, o bien 5, 10 o 15 minutos antes. Elija una de estas opciones.</translation>
    </message>
    <message>
        <source>Give the meeting a topic, so that people know what it is.</source>
        <translation>Ponga un tema a la reunión, para que se sepa de qué trata.</translation>
    </message>
    <message numerus="yes">
        <source>The topic is too long: Zoom takes %1 characters. Shorten it by %n character(s).</source>
        <translation>
            <numerusform>El tema es demasiado largo: Zoom admite %1 caracteres. Acórtelo en %n carácter.</numerusform>
            <numerusform>El tema es demasiado largo: Zoom admite %1 caracteres. Acórtelo en %n caracteres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The agenda is too long: Zoom takes %1 characters. Shorten it by %n character(s).</source>
        <translation>
            <numerusform>El orden del día es demasiado largo: Zoom admite %1 caracteres. Acórtelo en %n carácter.</numerusform>
            <numerusform>El orden del día es demasiado largo: Zoom admite %1 caracteres. Acórtelo en %n caracteres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The passcode is too long: Zoom takes %n characters.</source>
        <translation>
            <numerusform>El código de acceso es demasiado largo: Zoom admite %n carácter.</numerusform>
            <numerusform>El código de acceso es demasiado largo: Zoom admite %n caracteres.</numerusform>
        </translation>
    </message>
    <message>
        <source>Zoom takes only the letters A to Z and a to z, digits and @ _ - * in a passcode.</source>
        <translation>En un código de acceso, Zoom solo admite las letras A a Z y a a z, cifras y @ _ - *.</translation>
    </message>
    <message>
        <source>Choose the day and time at which the meeting starts.</source>
        <translation>Elija el día y la hora a los que empieza la reunión.</translation>
    </message>
    <message>
        <source>This start is in the past. Choose a later one, or start the meeting now.</source>
        <translation>Este inicio ya ha pasado. Elija otro posterior o inicie la reunión ahora.</translation>
    </message>
    <message>
        <source>A meeting lasts at least one minute. Choose how long.</source>
        <translation>Una reunión dura al menos un minuto. Elija cuánto dura.</translation>
    </message>
    <message>
        <source>A meeting lasts 24 hours at most. Choose a shorter time, or schedule one for each day.</source>
        <translation>Una reunión dura como máximo 24 horas. Elija una duración menor o programe una para cada día.</translation>
    </message>
    <message>
        <source>Choose the time zone in which the meeting takes place.</source>
        <translation>Elija la zona horaria de la reunión.</translation>
    </message>
    <message>
        <source>The time zone “%1” is not known here. Choose one from the list.</source>
        <translation>La zona horaria «%1» no se conoce aquí. Elija una de la lista.</translation>
    </message>
    <message>
        <source>This kind of meeting cannot be scheduled. Choose a single meeting or a series.</source>
        <translation>Este tipo de reunión no se puede programar. Elija una reunión única o una serie.</translation>
    </message>
    <message>
        <source>Choose who hosts the meeting.</source>
        <translation>Elija el anfitrión de la reunión.</translation>
    </message>
    <message>
        <source>Choose on which days the series repeats.</source>
        <translation>Elija los días en que se repite la serie.</translation>
    </message>
    <message>
        <source>A single meeting does not repeat. Schedule a new series instead.</source>
        <translation>Una reunión única no se repite. Programe una serie nueva en su lugar.</translation>
    </message>
    <message>
        <source>This meeting has no fixed time; it starts when its host starts it.</source>
        <translation>Esta reunión no tiene hora fija; empieza cuando su anfitrión la inicia.</translation>
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
        <translation>%1&#xa0;h %2&#xa0;min</translation>
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
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>every day</source>
        <translation>cada día</translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>cada día</numerusform>
            <numerusform>cada %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>every week</source>
        <translation>cada semana</translation>
    </message>
    <message>
        <source>every %1</source>
        <comment>such as every Monday</comment>
        <translation>cada %1</translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>cada semana</numerusform>
            <numerusform>cada %n semanas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>such as every 2 weeks on Monday</comment>
        <translation>%1, el %2</translation>
    </message>
    <message>
        <source>%1 on the first %2</source>
        <comment>such as every month on the first Monday</comment>
        <translation>%1, el primer %2</translation>
    </message>
    <message>
        <source>%1 on the second %2</source>
        <comment>such as every month on the second Monday</comment>
        <translation>%1, el segundo %2</translation>
    </message>
    <message>
        <source>%1 on the third %2</source>
        <comment>such as every month on the third Monday</comment>
        <translation>%1, el tercer %2</translation>
    </message>
    <message>
        <source>%1 on the fourth %2</source>
        <comment>such as every month on the fourth Monday</comment>
        <translation>%1, el cuarto %2</translation>
    </message>
    <message>
        <source>%1 on the last %2</source>
        <comment>such as every month on the last Monday</comment>
        <translation>%1, el último %2</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>cada mes</translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>cada mes</numerusform>
            <numerusform>cada %n meses</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on day %2</source>
        <comment>such as every month on day 15</comment>
        <translation>%1, el día %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s)</source>
        <comment>such as every Monday, 12 times</comment>
        <translation>
            <numerusform>%1, una vez</numerusform>
            <numerusform>%1, %n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <comment>such as every Monday until 18 December</comment>
        <translation>%1 hasta el %2</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>%1 late</source>
        <comment>such as 5 min late</comment>
        <translation>con %1 de retraso</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>such as in 47 min</comment>
        <translation>en %1</translation>
    </message>
    <message>
        <source>starts %1</source>
        <comment>such as starts in 18 h, or starts now</comment>
        <translation>empieza %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>since a time, such as 14:02</comment>
        <translation>desde las %1</translation>
    </message>
    <message>
        <source>since %1, %2</source>
        <comment>since a day and a time</comment>
        <translation>desde el %1 a las %2</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Ayer, %1</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Hoy, %1</translation>
    </message>
    <message>
        <source>Tomorrow, %1</source>
        <translation>Mañana, %1</translation>
    </message>
    <message>
        <source>Course meeting</source>
        <translation>De curso</translation>
    </message>
    <message>
        <source>Personal meeting</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Meeting for everyone</source>
        <translation>Para todos</translation>
    </message>
    <message>
        <source>Instant meeting</source>
        <translation>Reunión instantánea</translation>
    </message>
    <message>
        <source>Single meeting</source>
        <translation>Reunión única</translation>
    </message>
    <message>
        <source>Series without fixed times</source>
        <translation>Serie sin horas fijas</translation>
    </message>
    <message>
        <source>Personal room</source>
        <translation>Sala personal</translation>
    </message>
    <message>
        <source>Webinar</source>
        <translation>Seminario web</translation>
    </message>
    <message>
        <source>Series of webinars without fixed times</source>
        <translation>Serie de seminarios web sin horas fijas</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Series of webinars</source>
        <translation>Serie de seminarios web</translation>
    </message>
    <message>
        <source>Screen sharing</source>
        <translation>Pantalla compartida</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Reunión</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminada</translation>
    </message>
    <message>
        <source>Deleted in Zoom</source>
        <translation>Eliminada en Zoom</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes of a duration, such as 1 h 30 min</comment>
        <translation>%1&#xa0;h&#xa0;%2&#xa0;min</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>Próxima</translation>
    </message>
</context>
<context>
    <name>lectern::school::OwnerTag</name>
    <message numerus="yes">
        <source>The agenda has %1 characters. Zoom takes %2, and Lectern adds a line that tells whose meeting it is. Shorten it by %n character(s).</source>
        <translation>
            <numerusform>El orden del día tiene %1 caracteres. Zoom admite %2, y Lectern añade una línea que dice de quién es la reunión. Acórtelo en %n carácter.</numerusform>
            <numerusform>El orden del día tiene %1 caracteres. Zoom admite %2, y Lectern añade una línea que dice de quién es la reunión. Acórtelo en %n caracteres.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::school::Permission</name>
    <message>
        <source>Only its host, a teacher of it or an administrator can do this.</source>
        <translation>Solo puede hacerlo su anfitrión, uno de sus docentes o un administrador.</translation>
    </message>
    <message>
        <source>Only the people of this meeting can do this.</source>
        <translation>Solo pueden hacerlo las personas de esta reunión.</translation>
    </message>
    <message>
        <source>Learners cannot schedule meetings. Ask your teacher.</source>
        <translation>Los alumnos no pueden programar reuniones. Consulte a su docente.</translation>
    </message>
    <message>
        <source>Only an administrator can schedule a meeting for another host.</source>
        <translation>Solo un administrador puede programar una reunión para otro anfitrión.</translation>
    </message>
    <message>
        <source>Only an administrator sees the meetings of the whole school.</source>
        <translation>Solo un administrador ve las reuniones de todo el centro.</translation>
    </message>
    <message>
        <source>Only an administrator can switch the meeting for everyone on or off.</source>
        <translation>Solo un administrador puede activar o desactivar la reunión para todos.</translation>
    </message>
</context>
<context>
    <name>lectern::school::Recurrence</name>
    <message numerus="yes">
        <source>Zoom repeats a meeting every 1 to %n days. Choose a number within that.</source>
        <translation>
            <numerusform>Zoom solo repite una reunión cada día. Elija 1.</numerusform>
            <numerusform>Zoom repite una reunión cada 1 a %n días. Elija un número de ese intervalo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Zoom repeats a meeting every 1 to %n weeks. Choose a number within that.</source>
        <translation>
            <numerusform>Zoom solo repite una reunión cada semana. Elija 1.</numerusform>
            <numerusform>Zoom repite una reunión cada 1 a %n semanas. Elija un número de ese intervalo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Zoom repeats a meeting every 1 to %n months. Choose a number within that.</source>
        <translation>
            <numerusform>Zoom solo repite una reunión cada mes. Elija 1.</numerusform>
            <numerusform>Zoom repite una reunión cada 1 a %n meses. Elija un número de ese intervalo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least one day of the week.</source>
        <translation>Elija al menos un día de la semana.</translation>
    </message>
    <message>
        <source>Choose the first to fourth or the last week of the month.</source>
        <translation>Elija una de las cuatro primeras semanas del mes o la última.</translation>
    </message>
    <message>
        <source>Choose a day of the month from 1 to 31.</source>
        <translation>Elija un día del mes del 1 al 31.</translation>
    </message>
    <message numerus="yes">
        <source>Zoom keeps at most %n dates in one series. Let it end earlier and schedule a second series for the rest.</source>
        <translation>
            <numerusform>Zoom guarda como máximo %n fecha en una serie. Haga que termine antes y programe una segunda serie para el resto.</numerusform>
            <numerusform>Zoom guarda como máximo %n fechas en una serie. Haga que termine antes y programe una segunda serie para el resto.</numerusform>
        </translation>
    </message>
    <message>
        <source>A series needs at least one date.</source>
        <translation>Una serie necesita al menos una fecha.</translation>
    </message>
    <message>
        <source>The series ends before its first date. Choose a later end.</source>
        <translation>La serie termina antes de su primera fecha. Elija un final posterior.</translation>
    </message>
</context>
<context>
    <name>lectern::secrets::SecretStore</name>
    <message>
        <source>The system&apos;s keyring did not answer.</source>
        <translation>El depósito de claves del sistema no ha respondido.</translation>
    </message>
    <message>
        <source>Secrets are kept in the system&apos;s keyring.</source>
        <translation>Los secretos se guardan en el depósito de claves del sistema.</translation>
    </message>
    <message>
        <source>Secrets are kept only until this program ends, because no keyring can be used. %1</source>
        <translation>Los secretos solo se conservan hasta que se cierre este programa, porque no se puede usar ningún depósito de claves. %1</translation>
    </message>
    <message>
        <source>The system&apos;s keyring stayed locked. Unlock it and try again.</source>
        <translation>El depósito de claves del sistema sigue bloqueado. Desbloquéelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>No keyring answers on this computer. Start one, such as GNOME Keyring or KWallet, or enter the secret again at each start.</source>
        <translation>Ningún depósito de claves responde en este equipo. Inicie uno, como GNOME Keyring o KWallet, o escriba el secreto en cada inicio.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring failed. Check that it is running and unlocked.</source>
        <translation>El depósito de claves del sistema ha fallado. Compruebe que está en marcha y desbloqueado.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not answer in time. Check that it is running and unlocked.</source>
        <translation>El depósito de claves del sistema no ha respondido a tiempo. Compruebe que está en marcha y desbloqueado.</translation>
    </message>
    <message>
        <source>The secret of this account is not in the keyring. Enter it again in Settings.</source>
        <translation>El secreto de esta cuenta no está en el depósito de claves. Escríbalo de nuevo en los ajustes.</translation>
    </message>
    <message>
        <source>Secrets are kept only until this program ends.</source>
        <translation>Los secretos solo se conservan hasta que se cierre este programa.</translation>
    </message>
</context>
<context>
    <name>lectern::store::Course</name>
    <message>
        <source>Another course already has the code %1.</source>
        <translation>Otro curso ya tiene el código %1.</translation>
    </message>
    <message>
        <source>Another session already has the code %1.</source>
        <translation>Otro periodo ya tiene el código %1.</translation>
    </message>
    <message>
        <source>Another group of this course already has the code %1.</source>
        <translation>Otro grupo de este curso ya tiene el código %1.</translation>
    </message>
</context>
<context>
    <name>lectern::store::Database</name>
    <message>
        <source>The folder for Lectern&apos;s data cannot be made. Check the disk.</source>
        <translation>No se puede crear la carpeta de datos de Lectern. Compruebe el disco.</translation>
    </message>
    <message>
        <source>Lectern&apos;s data file is not there yet. Start Lectern once.</source>
        <translation>El archivo de datos de Lectern aún no existe. Inicie Lectern una vez.</translation>
    </message>
</context>
<context>
    <name>lectern::store::Meeting</name>
    <message>
        <source>This meeting is no longer here. Go back to the list and open it again.</source>
        <translation>Esta reunión ya no está aquí. Vuelva a la lista y ábrala de nuevo.</translation>
    </message>
</context>
<context>
    <name>lectern::store::Migration</name>
    <message>
        <source>This file belongs to another program. Lectern left it as it is; choose another folder.</source>
        <translation>Este archivo pertenece a otro programa. Lectern no lo ha tocado; elija otra carpeta.</translation>
    </message>
    <message>
        <source>This data file was written by a newer Lectern. Install the newest version to open it.</source>
        <translation>Este archivo de datos lo escribió una versión más reciente de Lectern. Instale la última versión para abrirlo.</translation>
    </message>
    <message>
        <source>No backup could be written beside Lectern&apos;s data file. Check the disk and its folder.</source>
        <translation>No se ha podido guardar una copia de seguridad junto al archivo de datos de Lectern. Compruebe el disco y la carpeta.</translation>
    </message>
    <message>
        <source>Lectern&apos;s data file is of an older version. Start Lectern once to bring it up to date.</source>
        <translation>El archivo de datos de Lectern es de una versión anterior. Inicie Lectern una vez para actualizarlo.</translation>
    </message>
</context>
<context>
    <name>lectern::store::Outbox</name>
    <message>
        <source>This change was sent or given up in the meantime. Look at the meeting again.</source>
        <translation>Este cambio se ha enviado o descartado entretanto. Vuelva a mirar la reunión.</translation>
    </message>
</context>
<context>
    <name>lectern::store::Person</name>
    <message>
        <source>Somebody else already has the e-mail address %1.</source>
        <translation>Otra persona ya tiene el correo %1.</translation>
    </message>
</context>
<context>
    <name>lectern::store::StorageError</name>
    <message>
        <source>The disk is full. Free some space; nothing that was saved before is lost.</source>
        <translation>El disco está lleno. Libere espacio; no se ha perdido nada de lo guardado.</translation>
    </message>
    <message>
        <source>Lectern may not write to its data file. Check the permissions of its folder.</source>
        <translation>Lectern no tiene permiso para escribir en su archivo de datos. Compruebe los permisos de la carpeta.</translation>
    </message>
    <message>
        <source>Lectern&apos;s data file is in use by another program. Close that program and try again.</source>
        <translation>Otro programa está usando el archivo de datos de Lectern. Ciérrelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Lectern&apos;s data file is damaged. It was left as it is; move it away or put a backup in its place, then start Lectern again.</source>
        <translation>El archivo de datos de Lectern está dañado. Se ha dejado como estaba; muévalo a otro sitio o sustitúyalo por una copia de seguridad y vuelva a iniciar Lectern.</translation>
    </message>
    <message>
        <source>Lectern&apos;s data file cannot be opened. Check that its folder exists and may be read.</source>
        <translation>No se puede abrir el archivo de datos de Lectern. Compruebe que su carpeta existe y se puede leer.</translation>
    </message>
    <message>
        <source>Lectern could not read or write its data file. Check the disk, then try again.</source>
        <translation>Lectern no ha podido leer o escribir su archivo de datos. Compruebe el disco e inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>lectern::sync::AccountDesk</name>
    <message numerus="yes">
        <source>This is another Zoom account, and %n change(s) wait for the present one. Send or discard them first.</source>
        <translation>
            <numerusform>Esta es otra cuenta de Zoom, y queda %n cambio pendiente en la actual. Envíelo o descártelo antes.</numerusform>
            <numerusform>Esta es otra cuenta de Zoom, y quedan %n cambios pendientes en la actual. Envíelos o descártelos antes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::sync::ChangeDesk</name>
    <message>
        <source>This host is no longer in the Zoom account. Choose another one.</source>
        <translation>Este anfitrión ya no está en la cuenta de Zoom. Elija otro.</translation>
    </message>
    <message>
        <source>Nobody needs to register for this meeting. Switch registration on first, by editing it.</source>
        <translation>Esta reunión no pide inscripción. Active antes la inscripción al modificarla.</translation>
    </message>
    <message>
        <source>The learners of this meeting are being registered already.</source>
        <translation>Los alumnos de esta reunión ya se están inscribiendo.</translation>
    </message>
    <message>
        <source>Everyone this meeting is for is registered already.</source>
        <translation>Todas las personas de esta reunión ya están inscritas.</translation>
    </message>
</context>
<context>
    <name>lectern::sync::ChangePayload</name>
    <message>
        <source>A change that waits to be sent cannot be read. Discard it and make it again.</source>
        <translation>No se puede leer un cambio pendiente de envío. Descártelo y hágalo de nuevo.</translation>
    </message>
</context>
<context>
    <name>lectern::sync::ChangeSettler</name>
    <message>
        <source>This change is being sent at this moment. Wait until Zoom has answered.</source>
        <translation>Este cambio se está enviando en este momento. Espere a que Zoom responda.</translation>
    </message>
</context>
<context>
    <name>lectern::sync::EngineWorker</name>
    <message>
        <source>Lectern has not opened its data yet.</source>
        <translation>Lectern aún no ha abierto sus datos.</translation>
    </message>
</context>
<context>
    <name>lectern::sync::Entrance</name>
    <message>
        <source>This person is not in Lectern any more.</source>
        <translation>Esta persona ya no está en Lectern.</translation>
    </message>
    <message>
        <source>The registration waits for the host&apos;s approval. Ask %1.</source>
        <translation>La inscripción espera la aprobación del anfitrión. Consulte a %1.</translation>
    </message>
    <message>
        <source>The registration was turned down. Ask %1.</source>
        <translation>La inscripción se ha rechazado. Consulte a %1.</translation>
    </message>
    <message>
        <source>Only people of this meeting can register. Ask %1.</source>
        <translation>Solo pueden inscribirse las personas de esta reunión. Consulte a %1.</translation>
    </message>
    <message>
        <source>You are registered now; the host has to approve it first. Ask %1.</source>
        <translation>Su inscripción está hecha; el anfitrión aún tiene que aprobarla. Consulte a %1.</translation>
    </message>
    <message>
        <source>The relay knows no link for you to this meeting. Ask %1.</source>
        <translation>El relé no conoce ningún enlace suyo a esta reunión. Pregunte a %1.</translation>
    </message>
</context>
<context>
    <name>lectern::sync::FieldText</name>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>cada día</numerusform>
            <numerusform>cada %n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s) on %1</source>
        <translation>
            <numerusform>cada semana, %1</numerusform>
            <numerusform>cada %n semanas, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>cada mes</numerusform>
            <numerusform>cada %n meses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>una vez</numerusform>
            <numerusform>%n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta el %1</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
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
        <translation>Este curso, su periodo o su grupo ya no existe. Elija otro.</translation>
    </message>
    <message>
        <source>The person who was to own this meeting is no longer there. Choose another one.</source>
        <translation>La persona a la que iba a pertenecer esta reunión ya no está. Elija otra.</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>todos</translation>
    </message>
</context>
<context>
    <name>lectern::sync::Profile</name>
    <message>
        <source>Lectern cannot make its folder %1. Check that you may write there.</source>
        <translation>Lectern no puede crear su carpeta %1. Compruebe que tiene permiso para escribir ahí.</translation>
    </message>
</context>
<context>
    <name>lectern::sync::ProfileLock</name>
    <message>
        <source>%1 is working on this school&apos;s data. Close it, then try again.</source>
        <translation>%1 está trabajando con los datos de este centro. Ciérrelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Lectern may not write to the folder of this school&apos;s data. Check its permissions.</source>
        <translation>Lectern no tiene permiso para escribir en la carpeta de datos de este centro. Compruebe sus permisos.</translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>Otro programa</translation>
    </message>
    <message>
        <source>%1 (process %2 on %3)</source>
        <translation>%1 (proceso %2 en %3)</translation>
    </message>
</context>
<context>
    <name>lectern::sync::RegistrationSender</name>
    <message>
        <source>%1: %2</source>
        <comment>somebody, why not</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n learner(s) could not be registered.</source>
        <translation>
            <numerusform>No se pudo inscribir a %n alumno.</numerusform>
            <numerusform>No se pudo inscribir a %n alumnos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Zoom registers the same person at most three times a day; %n learner(s) must wait until midnight UTC.</source>
        <translation>
            <numerusform>Zoom inscribe a una misma persona tres veces al día como máximo; %n alumno debe esperar hasta medianoche UTC.</numerusform>
            <numerusform>Zoom inscribe a una misma persona tres veces al día como máximo; %n alumnos deben esperar hasta medianoche UTC.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::sync::Registry</name>
    <message>
        <source>Give the course a short code, such as BIO-1A.</source>
        <translation>Ponga al curso un código corto, por ejemplo BIO-1A.</translation>
    </message>
    <message>
        <source>Give the course a title.</source>
        <translation>Ponga un título al curso.</translation>
    </message>
    <message>
        <source>Another course has the code %1: %2. Choose another code.</source>
        <translation>Otro curso tiene el código %1: %2. Elija otro código.</translation>
    </message>
    <message>
        <source>Give the person a name.</source>
        <translation>Ponga un nombre a la persona.</translation>
    </message>
    <message>
        <source>Give the person an e-mail address, such as a@school.example.</source>
        <translation>Ponga a la persona una dirección de correo, por ejemplo a@centro.example.</translation>
    </message>
    <message>
        <source>%1 has this e-mail address already.</source>
        <translation>%1 ya tiene esta dirección de correo.</translation>
    </message>
    <message>
        <source>This program cannot read rosters. Use the windows of Lectern.</source>
        <translation>Este programa no puede leer listas del centro. Utilice las ventanas de Lectern.</translation>
    </message>
    <message>
        <source>The meeting for everyone is on at this moment. Give it another host when it has ended.</source>
        <translation>La reunión para todos está en curso en este momento. Asígnele otro anfitrión cuando haya terminado.</translation>
    </message>
</context>
<context>
    <name>lectern::sync::RelayDesk</name>
    <message>
        <source>This needs a Zoom account, and Lectern is connected by an invitation only. Ask a teacher or the school&apos;s administrator.</source>
        <translation>Para esto hace falta una cuenta de Zoom, y Lectern solo está conectado por una invitación. Pregunte a un profesor o al administrador del centro.</translation>
    </message>
</context>
<context>
    <name>lectern::sync::SettingField</name>
    <message>
        <source>on</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>off</source>
        <translation>no</translation>
    </message>
    <message>
        <source>registration, approved at once</source>
        <translation>inscripción aprobada al momento</translation>
    </message>
    <message>
        <source>registration, approved by the host</source>
        <translation>inscripción aprobada por el anfitrión</translation>
    </message>
    <message>
        <source>no registration</source>
        <translation>sin inscripción</translation>
    </message>
    <message>
        <source>once for all dates</source>
        <translation>una vez para todas las fechas</translation>
    </message>
    <message>
        <source>for each date</source>
        <translation>para cada fecha</translation>
    </message>
    <message>
        <source>once, for chosen dates</source>
        <translation>una vez, para las fechas elegidas</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>sin grabación</translation>
    </message>
    <message>
        <source>recorded on the host&apos;s computer</source>
        <translation>grabada en el equipo del anfitrión</translation>
    </message>
    <message>
        <source>recorded in the cloud</source>
        <translation>grabada en la nube</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::sync::Words</name>
    <message>
        <source>Lectern is closing; what was not sent yet is sent the next time.</source>
        <translation>Lectern se está cerrando; lo que aún no se ha enviado se enviará la próxima vez.</translation>
    </message>
    <message>
        <source>This meeting is not in Lectern any more.</source>
        <translation>Esta reunión ya no está en Lectern.</translation>
    </message>
    <message>
        <source>This change is not waiting any more: it was sent or discarded.</source>
        <translation>Este cambio ya no está pendiente: se ha enviado o descartado.</translation>
    </message>
    <message>
        <source>Zoom does not know this meeting yet. It can be entered as soon as it was sent.</source>
        <translation>Zoom aún no conoce esta reunión. Se podrá entrar en cuanto se envíe.</translation>
    </message>
    <message>
        <source>This meeting is gone: it was deleted at Zoom, or its number has expired.</source>
        <translation>Esta reunión ya no existe: se eliminó en Zoom o su número ha caducado.</translation>
    </message>
    <message>
        <source>This date is no longer in the series. Discard the change, and look at the dates.</source>
        <translation>Esta fecha ya no está en la serie. Descarte el cambio y mire las fechas.</translation>
    </message>
    <message>
        <source>The account&apos;s secret is not in the keyring any more. Connect the account again.</source>
        <translation>El secreto de la cuenta ya no está en el depósito de claves. Vuelva a conectar la cuenta.</translation>
    </message>
</context>
<context>
    <name>lectern::sync::ZoomLink</name>
    <message>
        <source>Lectern is not connected to a Zoom account. Connect one in the settings.</source>
        <translation>Lectern no está conectado a ninguna cuenta de Zoom. Conecte una en los ajustes.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::AboutDialog</name>
    <message>
        <source>Choose a tab</source>
        <translation>Elegir una pestaña</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Schedule a meeting</source>
        <translation>Programar una reunión</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>Buscar en esta página</translation>
    </message>
    <message>
        <source>Read from Zoom now</source>
        <translation>Leer de Zoom ahora</translation>
    </message>
    <message>
        <source>Open the chosen meeting</source>
        <translation>Abrir la reunión elegida</translation>
    </message>
    <message>
        <source>Press the chosen row&apos;s button</source>
        <translation>Pulsar el botón de la fila elegida</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>About Lectern</source>
        <translation>Acerca de Lectern</translation>
    </message>
    <message>
        <source>Meetings, registrants and recordings of a school that teaches over Zoom.</source>
        <translation>Reuniones, inscritos y grabaciones de un centro que imparte clase por Zoom.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior.</translation>
    </message>
    <message>
        <source>Lectern %1</source>
        <translation>Lectern %1</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Atajos de teclado</translation>
    </message>
</context>
<context>
    <name>lectern::ui::AccountForm</name>
    <message>
        <source>https://meetings.example.org</source>
        <translation>https://reuniones.example.org</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>A&amp;PI address</source>
        <translation>Dirección de la A&amp;PI</translation>
    </message>
    <message>
        <source>Sign-&amp;in address</source>
        <translation>Dirección de i&amp;nicio de sesión</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Direcciones</translation>
    </message>
    <message>
        <source>Zoom&apos;s own</source>
        <translation>Las de Zoom</translation>
    </message>
    <message>
        <source>&amp;Account ID</source>
        <translation>ID de la &amp;cuenta</translation>
    </message>
    <message>
        <source>C&amp;lient ID</source>
        <translation>ID de c&amp;liente</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>&amp;Secreto de cliente</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>C&amp;lave de API</translation>
    </message>
    <message>
        <source>API &amp;secret</source>
        <translation>&amp;Secreto de API</translation>
    </message>
    <message>
        <source>Server &amp;address</source>
        <translation>Dirección del ser&amp;vidor</translation>
    </message>
    <message>
        <source>Zoom itself no longer accepts these; some compatible servers do.</source>
        <translation>El propio Zoom ya no los acepta; algunos servidores compatibles, sí.</translation>
    </message>
    <message>
        <source>Server-to-Server OAuth app</source>
        <translation>Aplicación Server-to-Server OAuth</translation>
    </message>
    <message>
        <source>API key and secret (legacy)</source>
        <translation>Clave y secreto de API (método antiguo)</translation>
    </message>
    <message>
        <source>The secret is kept for this run only.</source>
        <translation>El secreto solo se conserva por esta vez.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Zoom account</source>
        <translation>Cuenta de Zoom</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>No se ha conectado.</translation>
    </message>
    <message>
        <source>“%1” is not an address that a secret may go to. It begins with https:// and names a server.</source>
        <translation>«%1» no es una dirección a la que se pueda confiar un secreto. Debe empezar por https:// y nombrar un servidor.</translation>
    </message>
    <message>
        <source>&amp;Event stream (WebSocket)</source>
        <translation>Flujo de &amp;eventos (WebSocket)</translation>
    </message>
    <message>
        <source>If the app has an event subscription of the WebSocket kind, changes arrive at once.</source>
        <translation>Si la aplicación tiene una suscripción a eventos de tipo WebSocket, los cambios llegan al momento.</translation>
    </message>
    <message>
        <source>“%1” is not the address of an event stream. Zoom shows it with the app&apos;s event subscription; it begins with wss:// and has a subscription&apos;s id.</source>
        <translation>«%1» no es la dirección de un flujo de eventos. Zoom la muestra con la suscripción a eventos de la aplicación; empieza por wss:// y contiene el identificador de una suscripción.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ActionRegistry</name>
    <message>
        <source>&amp;Schedule…</source>
        <translation>&amp;Programar…</translation>
    </message>
    <message>
        <source>Start a meeting &amp;now</source>
        <translation>&amp;Iniciar una reunión ahora</translation>
    </message>
    <message>
        <source>Ctrl+Shift+N</source>
        <translation>Ctrl+Shift+N</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Buscar</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Actualizar</translation>
    </message>
    <message>
        <source>What is &amp;waiting…</source>
        <translation>Cambios &amp;pendientes…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>A&amp;trás</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Ajustes…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>Lectern &amp;help</source>
        <translation>A&amp;yuda de Lectern</translation>
    </message>
    <message>
        <source>&amp;About Lectern</source>
        <translation>A&amp;cerca de Lectern</translation>
    </message>
</context>
<context>
    <name>lectern::ui::AddCourseDialog</name>
    <message>
        <source>Add course</source>
        <translation>Añadir curso</translation>
    </message>
    <message>
        <source>Add a course</source>
        <translation>Añadir un curso</translation>
    </message>
    <message>
        <source>BIO-1A</source>
        <translation>BIO-1A</translation>
    </message>
    <message>
        <source>Biology for beginners</source>
        <translation>Biología para principiantes</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Código</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Título</translation>
    </message>
    <message>
        <source>The course was not added.</source>
        <translation>No se ha añadido el curso.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::AgendaField</name>
    <message>
        <source>&amp;Agenda</source>
        <translation>&amp;Orden del día</translation>
    </message>
    <message>
        <source>What it is about, what to bring</source>
        <translation>De qué trata, qué hay que traer</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>Queda %n carácter</numerusform>
            <numerusform>Quedan %n caracteres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>Sobra %n carácter</numerusform>
            <numerusform>Sobran %n caracteres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::AllMeetingsPage</name>
    <message>
        <source>All meetings</source>
        <translation>Todas las reuniones</translation>
    </message>
    <message>
        <source>Schedule…</source>
        <translation>Programar…</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n meeting(s) to %1.</source>
        <translation>
            <numerusform>Se ha guardado %n reunión en %1.</numerusform>
            <numerusform>Se han guardado %n reuniones en %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>%1, live first</source>
        <translation>%1, primero las que están en curso</translation>
    </message>
    <message numerus="yes">
        <source>%Ln meeting(s)</source>
        <translation>
            <numerusform>%Ln reunión</numerusform>
            <numerusform>%Ln reuniones</numerusform>
        </translation>
    </message>
    <message>
        <source>No meeting on these dates matches</source>
        <translation>Ninguna reunión coincide en estas fechas</translation>
    </message>
    <message>
        <source>There may be some on other dates, or with fewer filters.</source>
        <translation>Puede que las haya en otras fechas o con menos filtros.</translation>
    </message>
    <message>
        <source>Look at all dates</source>
        <translation>Ver todas las fechas</translation>
    </message>
    <message>
        <source>No meetings from today on</source>
        <translation>No hay reuniones a partir de hoy</translation>
    </message>
    <message>
        <source>Those that are over are among all dates.</source>
        <translation>Las que ya han terminado están entre todas las fechas.</translation>
    </message>
    <message>
        <source>No meeting matches</source>
        <translation>Ninguna reunión coincide</translation>
    </message>
    <message>
        <source>Try fewer words, or clear the filters.</source>
        <translation>Pruebe con menos palabras o quite los filtros.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Quitar los filtros</translation>
    </message>
    <message>
        <source>No meetings yet</source>
        <translation>Aún no hay reuniones</translation>
    </message>
    <message>
        <source>Every meeting of the school&apos;s Zoom account appears here, whoever holds it.</source>
        <translation>Aquí aparecen todas las reuniones de la cuenta de Zoom del centro, sea quien sea su anfitrión.</translation>
    </message>
    <message>
        <source>Schedule a meeting…</source>
        <translation>Programar una reunión…</translation>
    </message>
    <message>
        <source>The meetings cannot be shown.</source>
        <translation>No se pueden mostrar las reuniones.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Export meetings</source>
        <translation>Exportar reuniones</translation>
    </message>
    <message>
        <source>meetings %1.csv</source>
        <comment>file name, with the day</comment>
        <translation>reuniones %1.csv</translation>
    </message>
</context>
<context>
    <name>lectern::ui::AlternativeHosts</name>
    <message>
        <source>Alternative &amp;hosts</source>
        <translation>Anfitriones &amp;alternativos</translation>
    </message>
    <message>
        <source>name@school.example, …</source>
        <translation>nombre@centro.example, …</translation>
    </message>
    <message>
        <source>Add %1</source>
        <comment>a teacher as alternative host</comment>
        <translation>Añadir a %1</translation>
    </message>
</context>
<context>
    <name>lectern::ui::Breadcrumb</name>
    <message>
        <source>Where you are</source>
        <translation>Ubicación actual</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ClashNotice</name>
    <message>
        <source>%1 is free</source>
        <translation>A las %1 está libre</translation>
    </message>
    <message>
        <source>You host another meeting then:</source>
        <translation>A esa hora ya tiene otra reunión:</translation>
    </message>
    <message>
        <source>%1 hosts another meeting then:</source>
        <translation>A esa hora %1 ya tiene otra reunión:</translation>
    </message>
    <message numerus="yes">
        <source>On %n of these dates you host another meeting:</source>
        <translation>
            <numerusform>En %n de estas fechas ya tiene otra reunión:</numerusform>
            <numerusform>En %n de estas fechas ya tiene otra reunión:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n of these dates %1 hosts another meeting:</source>
        <translation>
            <numerusform>En %n de estas fechas %1 ya tiene otra reunión:</numerusform>
            <numerusform>En %n de estas fechas %1 ya tiene otra reunión:</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”, %2.</source>
        <comment>a topic and its time</comment>
        <translation>«%1», %2.</translation>
    </message>
    <message>
        <source>%1 “%2”, %3.</source>
        <comment>a day, a topic and its time</comment>
        <translation>%1 «%2», %3.</translation>
    </message>
    <message>
        <source>Zoom lets one host run one meeting at a time.</source>
        <translation>Zoom solo permite una reunión a la vez por anfitrión.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ConflictView</name>
    <message>
        <source>Topic</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Orden del día</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Passcode</source>
        <translation>Código de acceso</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Pertenece a</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Repetición</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Conservar lo mío</translation>
    </message>
    <message>
        <source>Take Zoom&apos;s</source>
        <translation>Usar lo de Zoom</translation>
    </message>
    <message>
        <source>Changed on both sides</source>
        <translation>Cambiado en ambos lados</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Lo mío</translation>
    </message>
    <message>
        <source>Zoom&apos;s</source>
        <translation>Lo de Zoom</translation>
    </message>
</context>
<context>
    <name>lectern::ui::CourseRowDelegate</name>
    <message>
        <source>not in the roster yet</source>
        <translation>aún no está en la lista del centro</translation>
    </message>
</context>
<context>
    <name>lectern::ui::CoursesPage</name>
    <message>
        <source>Find a course</source>
        <translation>Buscar un curso</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Cursos</translation>
    </message>
    <message>
        <source>Add a course…</source>
        <translation>Añadir un curso…</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Iniciar ahora</translation>
    </message>
    <message>
        <source>Schedule…</source>
        <translation>Programar…</translation>
    </message>
    <message>
        <source>No courses here yet</source>
        <translation>Aún no hay cursos</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Courses come with the school&apos;s roster, or add one yourself.</source>
        <translation>Los cursos llegan con la lista del centro, o puede añadir uno.</translation>
    </message>
    <message>
        <source>The courses you are enrolled in appear here.</source>
        <translation>Aquí aparecen los cursos en los que participa.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>code, title</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n learner(s)</source>
        <translation>
            <numerusform>%n alumno</numerusform>
            <numerusform>%n alumnos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n grupo</numerusform>
            <numerusform>%n grupos</numerusform>
        </translation>
    </message>
    <message>
        <source>No meetings ahead</source>
        <translation>No hay próximas reuniones</translation>
    </message>
    <message>
        <source>Meetings of %1 appear here for everyone enrolled.</source>
        <translation>Las reuniones de %1 aparecen aquí para todas las personas del curso.</translation>
    </message>
    <message>
        <source>Schedule a meeting…</source>
        <translation>Programar una reunión…</translation>
    </message>
    <message>
        <source>All sessions</source>
        <translation>Todos los periodos</translation>
    </message>
    <message>
        <source>No course is called “%1”.</source>
        <translation>Ningún curso se llama «%1».</translation>
    </message>
    <message>
        <source>Look for the beginning of a word of its code or title.</source>
        <translation>Busque el comienzo de una palabra de su código o de su título.</translation>
    </message>
    <message>
        <source>Show all courses</source>
        <translation>Mostrar todos los cursos</translation>
    </message>
</context>
<context>
    <name>lectern::ui::CsvExport</name>
    <message>
        <source>The file could not be written: %1</source>
        <translation>No se ha podido escribir el archivo: %1</translation>
    </message>
    <message>
        <source>The file was not written.</source>
        <translation>No se ha escrito el archivo.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::CsvExportButton</name>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Save the whole list as a file for spreadsheets (CSV)</source>
        <translation>Guardar toda la lista como archivo para hojas de cálculo (CSV)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportando…</translation>
    </message>
</context>
<context>
    <name>lectern::ui::DetailsTab</name>
    <message>
        <source>Dates</source>
        <translation>Fechas</translation>
    </message>
    <message>
        <source>Dates of the series</source>
        <translation>Fechas de la serie</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Orden del día</translation>
    </message>
    <message>
        <source>Read from Zoom %1.</source>
        <comment>2 min ago</comment>
        <translation>Leído de Zoom %1.</translation>
    </message>
    <message>
        <source>Only the list entry was read from Zoom so far.</source>
        <translation>Hasta ahora solo se ha leído de Zoom la línea de la lista.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Repetición</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Join link</source>
        <translation>Enlace de acceso</translation>
    </message>
    <message>
        <source>••••••  show</source>
        <translation>••••••  mostrar</translation>
    </message>
    <message>
        <source>Show the passcode</source>
        <translation>Mostrar el código de acceso</translation>
    </message>
    <message>
        <source>Passcode</source>
        <translation>Código de acceso</translation>
    </message>
</context>
<context>
    <name>lectern::ui::DoorRules</name>
    <message>
        <source>When the host has started</source>
        <translation>Cuando el anfitrión la haya iniciado</translation>
    </message>
    <message>
        <source>Also before the host</source>
        <translation>También antes que el anfitrión</translation>
    </message>
    <message>
        <source>One by one, from a waiting room</source>
        <translation>De uno en uno, desde una sala de espera</translation>
    </message>
    <message>
        <source>How long before the start</source>
        <translation>Cuánto antes del inicio</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>en cualquier momento</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) before</source>
        <translation>
            <numerusform>%n minuto antes</numerusform>
            <numerusform>%n minutos antes</numerusform>
        </translation>
    </message>
    <message>
        <source>People come in</source>
        <translation>Los participantes entran</translation>
    </message>
    <message>
        <source>The host lets each person in, so nobody is in the meeting before the host: Zoom has either a waiting room or joining before the host.</source>
        <translation>El anfitrión da paso a cada persona, así que nadie está en la reunión antes que él: Zoom ofrece o bien una sala de espera o bien la entrada antes que el anfitrión.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::EntryController</name>
    <message>
        <source>You will not be told about “%1”.</source>
        <translation>No se le avisará cuando empiece «%1».</translation>
    </message>
    <message>
        <source>Lectern will tell you when “%1” starts.</source>
        <translation>Lectern le avisará cuando empiece «%1».</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Don&apos;t tell me</source>
        <translation>No avisarme</translation>
    </message>
    <message>
        <source>Lectern tells you when it starts.</source>
        <translation>Lectern le avisará cuando empiece.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::EveryoneBox</name>
    <message>
        <source>Each learner gets a join link of their own as soon as Zoom has the meeting.</source>
        <translation>Cada alumno recibe su propio enlace en cuanto Zoom conoce la reunión.</translation>
    </message>
    <message>
        <source>The host has no licence; Zoom registers people for licensed hosts only.</source>
        <translation>El anfitrión no tiene licencia; Zoom solo inscribe a participantes para anfitriones con licencia.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Register everyone (%n learner(s))</source>
        <translation>
            <numerusform>&amp;Inscribir a todos (%n alumno)</numerusform>
            <numerusform>&amp;Inscribir a todos (%n alumnos)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::EveryonePage</name>
    <message>
        <source>Everyone</source>
        <translation>Para todos</translation>
    </message>
    <message>
        <source>Meetings for the whole school</source>
        <translation>Reuniones para todo el centro</translation>
    </message>
    <message>
        <source>No meetings for everyone ahead</source>
        <translation>No hay próximas reuniones para todos</translation>
    </message>
    <message>
        <source>Open the school&apos;s common room above, and everyone finds it here.</source>
        <translation>Abra arriba la sala común del centro y todos la encontrarán aquí.</translation>
    </message>
    <message>
        <source>What an administrator opens for the whole school appears here.</source>
        <translation>Aquí aparece lo que un administrador abre para todo el centro.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::EveryoneRules</name>
    <message>
        <source>The school has a meeting that is always open to everyone</source>
        <translation>El centro tiene una reunión siempre abierta para todos</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Staff room</source>
        <translation>Sala de profesores</translation>
    </message>
    <message>
        <source>Everyone at the school</source>
        <translation>Todas las personas del centro</translation>
    </message>
    <message>
        <source>Teachers and administrators</source>
        <translation>Docentes y administradores</translation>
    </message>
    <message>
        <source>Administrators only</source>
        <translation>Solo administradores</translation>
    </message>
    <message>
        <source>&amp;Topic</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>&amp;Who may enter</source>
        <translation>&amp;Quién puede entrar</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Anfitrión</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se ha cambiado nada.</translation>
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
        <translation>Abrir Lectern</translation>
    </message>
    <message>
        <source>Try the demo school</source>
        <translation>Probar el centro de demostración</translation>
    </message>
    <message>
        <source>Connect a school account…</source>
        <translation>Conectar la cuenta de un centro…</translation>
    </message>
    <message>
        <source>Welcome to Lectern</source>
        <translation>Le damos la bienvenida a Lectern</translation>
    </message>
    <message>
        <source>Schedule and start the Zoom meetings of your courses, see what is on today, and find every recording.</source>
        <translation>Programe e inicie las reuniones de Zoom de sus cursos, vea qué hay hoy y encuentre cualquier grabación.</translation>
    </message>
    <message>
        <source>The demo school runs on this computer alone: no account, no network, nothing to clean up.</source>
        <translation>El centro de demostración funciona solo en este equipo: sin cuenta, sin red y sin nada que limpiar después.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Connect a school account</source>
        <translation>Conectar la cuenta de un centro</translation>
    </message>
    <message>
        <source>An administrator of the Zoom account makes a Server-to-Server OAuth app and finds these on its page.</source>
        <translation>Un administrador de la cuenta de Zoom crea una aplicación Server-to-Server OAuth y encuentra estos datos en su página.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>¿Quién es usted?</translation>
    </message>
    <message>
        <source>Lectern shows your own day and courses first. You can change this in Settings.</source>
        <translation>Lectern muestra primero su día y sus cursos. Puede cambiarlo en los ajustes.</translation>
    </message>
    <message>
        <source>I have an invitation</source>
        <translation>Tengo una invitación</translation>
    </message>
    <message>
        <source>Accept an invitation</source>
        <translation>Aceptar una invitación</translation>
    </message>
    <message>
        <source>Your school sends it as a link that begins with lectern://invite. It can be used once, and says who you are.</source>
        <translation>Su centro la envía como un enlace que empieza por lectern://invite. Se usa una sola vez y dice quién es usted.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::HostChoice</name>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (usted)</translation>
    </message>
    <message>
        <source>%1 (left the account)</source>
        <translation>%1 (ya no está en la cuenta)</translation>
    </message>
</context>
<context>
    <name>lectern::ui::InvitationField</name>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>&amp;Invitation link</source>
        <translation>Enlace de &amp;invitación</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Sin conexión.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::LiveSection</name>
    <message>
        <source>Disconnect…</source>
        <translation>Desconectar…</translation>
    </message>
    <message>
        <source>Connected to the school&apos;s relay.</source>
        <translation>Conectado con el relé del centro.</translation>
    </message>
    <message>
        <source>Disconnect from the school&apos;s relay?</source>
        <translation>¿Desconectar del relé del centro?</translation>
    </message>
    <message>
        <source>Changes no longer arrive by themselves. What is shown stays; to connect again, a new invitation is needed.</source>
        <translation>Los cambios ya no llegan solos. Lo que se muestra se queda; para volver a conectar hace falta otra invitación.</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Desconectar</translation>
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
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Meeting</source>
        <translation>&amp;Reunión</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MeetingCard</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>hosted by you</source>
        <translation>anfitrión: usted</translation>
    </message>
    <message>
        <source>hosted by %1</source>
        <translation>anfitrión: %1</translation>
    </message>
    <message>
        <source>Live now</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Después</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MeetingCsv</name>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Length (minutes)</source>
        <translation>Duración (minutos)</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Curso</translation>
    </message>
    <message>
        <source>Course title</source>
        <translation>Título del curso</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Anfitrión</translation>
    </message>
    <message>
        <source>Host&apos;s e-mail</source>
        <translation>Correo del anfitrión</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Inscritos</translation>
    </message>
    <message>
        <source>Learners</source>
        <translation>Alumnos</translation>
    </message>
    <message>
        <source>Zoom number</source>
        <translation>Número de Zoom</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MeetingFilters</name>
    <message>
        <source>Find by topic, course, host or number</source>
        <translation>Buscar por tema, curso, anfitrión o número</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>Todas las categorías</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Curso</translation>
    </message>
    <message>
        <source>Any course</source>
        <translation>Todos los cursos</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Anfitrión</translation>
    </message>
    <message>
        <source>Any host</source>
        <translation>Todos los anfitriones</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Todos los estados</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Quitar los filtros</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MeetingHeader</name>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modificar…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Copy join link</source>
        <translation>Copiar el enlace de acceso</translation>
    </message>
    <message>
        <source>Copy passcode</source>
        <translation>Copiar el código de acceso</translation>
    </message>
    <message>
        <source>Copy invitation</source>
        <translation>Copiar la invitación</translation>
    </message>
    <message>
        <source>End meeting…</source>
        <translation>Finalizar la reunión…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Cursos</translation>
    </message>
    <message>
        <source>My meetings</source>
        <translation>Mis reuniones</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Para todos</translation>
    </message>
    <message>
        <source>live %1</source>
        <comment>since 14:02</comment>
        <translation>en curso %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>time in zone</comment>
        <translation>%1 (hora de %2)</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>En cualquier momento</translation>
    </message>
    <message>
        <source>hosted by %1</source>
        <translation>anfitrión: %1</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MeetingListPanel</name>
    <message>
        <source>Which meetings</source>
        <translation>Qué reuniones</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>Próximas</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Pasadas</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>Upcoming meetings</source>
        <translation>Próximas reuniones</translation>
    </message>
    <message>
        <source>Past meetings</source>
        <translation>Reuniones pasadas</translation>
    </message>
    <message>
        <source>The meetings cannot be shown.</source>
        <translation>No se pueden mostrar las reuniones.</translation>
    </message>
    <message>
        <source>No past meetings yet</source>
        <translation>Aún no hay reuniones pasadas</translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <translation>Aún no hay grabaciones</translation>
    </message>
    <message>
        <source>Meetings move here when they are over.</source>
        <translation>Las reuniones pasan aquí cuando terminan.</translation>
    </message>
    <message>
        <source>Zoom can take up to a day to make a cloud recording ready.</source>
        <translation>Zoom puede tardar hasta un día en preparar una grabación en la nube.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MeetingOptions</name>
    <message>
        <source>Mute people as they come in</source>
        <translation>Silenciar a los participantes al entrar</translation>
    </message>
    <message>
        <source>Start with the host&apos;s camera on</source>
        <translation>Empezar con la cámara del anfitrión encendida</translation>
    </message>
    <message>
        <source>Start with everyone&apos;s camera on</source>
        <translation>Empezar con las cámaras de todos encendidas</translation>
    </message>
    <message>
        <source>&amp;Passcode</source>
        <translation>&amp;Código de acceso</translation>
    </message>
    <message>
        <source>Re&amp;gistration</source>
        <translation>&amp;Inscripción</translation>
    </message>
    <message>
        <source>Re&amp;cording</source>
        <translation>G&amp;rabación</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Zona horaria</translation>
    </message>
    <message>
        <source>Zoom chooses one</source>
        <translation>Zoom elige uno</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>No necesaria</translation>
    </message>
    <message>
        <source>Needed, let in at once</source>
        <translation>Necesaria, con admisión inmediata</translation>
    </message>
    <message>
        <source>Needed, you approve each</source>
        <translation>Necesaria, usted aprueba cada una</translation>
    </message>
    <message>
        <source>Not by itself</source>
        <translation>No automáticamente</translation>
    </message>
    <message>
        <source>On the host&apos;s computer</source>
        <translation>En el equipo del anfitrión</translation>
    </message>
    <message>
        <source>In Zoom&apos;s cloud</source>
        <translation>En la nube de Zoom</translation>
    </message>
    <message>
        <source>As it begins</source>
        <translation>Desde el comienzo</translation>
    </message>
    <message>
        <source>%1 has no licence; Zoom records to its cloud for licensed hosts only.</source>
        <translation>%1 no tiene licencia; Zoom solo graba en su nube para anfitriones con licencia.</translation>
    </message>
    <message>
        <source>%1 has no licence; Zoom registers people for licensed hosts only.</source>
        <translation>%1 no tiene licencia; Zoom solo gestiona inscripciones para anfitriones con licencia.</translation>
    </message>
    <message>
        <source>agenda</source>
        <translation>orden del día</translation>
    </message>
    <message>
        <source>passcode</source>
        <translation>código de acceso</translation>
    </message>
    <message>
        <source>registration</source>
        <translation>inscripción</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>grabación</translation>
    </message>
    <message>
        <source>waiting room</source>
        <translation>sala de espera</translation>
    </message>
    <message>
        <source>open before the host</source>
        <translation>abierta antes que el anfitrión</translation>
    </message>
    <message>
        <source>alternative hosts</source>
        <translation>anfitriones alternativos</translation>
    </message>
    <message>
        <source>agenda, passcode, registration, recording…</source>
        <translation>orden del día, código de acceso, inscripción, grabación…</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MeetingPage</name>
    <message>
        <source>About this meeting</source>
        <translation>Sobre esta reunión</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Registrants</source>
        <translation>Inscritos</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>The join link is copied.</source>
        <translation>Enlace de acceso copiado.</translation>
    </message>
    <message>
        <source>The passcode is copied.</source>
        <translation>Código de acceso copiado.</translation>
    </message>
    <message>
        <source>Registrants %1</source>
        <translation>Inscritos %1</translation>
    </message>
    <message>
        <source>Recordings %1</source>
        <translation>Grabaciones %1</translation>
    </message>
    <message>
        <source>Shown as last read.</source>
        <translation>Se muestra lo último que se leyó.</translation>
    </message>
    <message>
        <source>The invitation is copied.</source>
        <translation>Invitación copiada.</translation>
    </message>
    <message>
        <source>End “%1” for everyone?</source>
        <translation>¿Finalizar «%1» para todos?</translation>
    </message>
    <message>
        <source>Everyone in it leaves at once.</source>
        <translation>Todos los participantes salen al momento.</translation>
    </message>
    <message>
        <source>End meeting</source>
        <translation>Finalizar la reunión</translation>
    </message>
    <message>
        <source>The meeting is being ended.</source>
        <translation>Se está finalizando la reunión.</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>Reunión eliminada.</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participantes</translation>
    </message>
    <message>
        <source>Participants %1</source>
        <translation>Participantes %1</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MeetingRowDelegate</name>
    <message>
        <source>%1 of %2 registered</source>
        <translation>%1 de %2 inscritos</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>En cualquier momento</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n registered</source>
        <translation>
            <numerusform>%n inscrito</numerusform>
            <numerusform>%n inscritos</numerusform>
        </translation>
    </message>
    <message>
        <source>live</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>sin enviar</translation>
    </message>
    <message>
        <source>Zoom refused a change</source>
        <translation>Zoom ha rechazado un cambio</translation>
    </message>
    <message>
        <source>changed on both sides</source>
        <translation>cambiada en ambos lados</translation>
    </message>
    <message numerus="yes">
        <source>↻ %n left</source>
        <translation>
            <numerusform>↻ queda %n</numerusform>
            <numerusform>↻ quedan %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>course, group</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>My meeting</source>
        <translation>Mi reunión</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Todos</translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <translation>
            <numerusform>%n presente</numerusform>
            <numerusform>%n presentes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 here</source>
        <translation>%1 de %2 presentes</translation>
    </message>
    <message>
        <source>closed</source>
        <comment>a meeting that lets nobody in</comment>
        <translation>cerrada</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MeetingTable</name>
    <message>
        <source>Meetings</source>
        <translation>Reuniones</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>&amp;Copy link</source>
        <translation>&amp;Copiar enlace</translation>
    </message>
    <message>
        <source>Zoom has not given this meeting a link yet.</source>
        <translation>Zoom aún no ha dado un enlace a esta reunión.</translation>
    </message>
    <message>
        <source>The join link is copied.</source>
        <translation>Enlace de acceso copiado.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MonthlyChoice</name>
    <message>
        <source>on day %1</source>
        <comment>of each month</comment>
        <translation>el día %1</translation>
    </message>
    <message>
        <source>on the first %1</source>
        <comment>week day of each month</comment>
        <translation>el primer %1</translation>
    </message>
    <message>
        <source>on the second %1</source>
        <comment>week day of each month</comment>
        <translation>el segundo %1</translation>
    </message>
    <message>
        <source>on the third %1</source>
        <comment>week day of each month</comment>
        <translation>el tercer %1</translation>
    </message>
    <message>
        <source>on the fourth %1</source>
        <comment>week day of each month</comment>
        <translation>el cuarto %1</translation>
    </message>
    <message>
        <source>on the last %1</source>
        <comment>week day of each month</comment>
        <translation>el último %1</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MyMeetingsPage</name>
    <message>
        <source>My meetings</source>
        <translation>Mis reuniones</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Iniciar ahora</translation>
    </message>
    <message>
        <source>Schedule…</source>
        <translation>Programar…</translation>
    </message>
    <message>
        <source>Meetings of your own, outside any course</source>
        <translation>Sus propias reuniones, fuera de los cursos</translation>
    </message>
    <message>
        <source>No meetings of your own ahead</source>
        <translation>No hay próximas reuniones propias</translation>
    </message>
    <message>
        <source>Office hours, parents&apos; evenings, a talk with one learner: what belongs to no course.</source>
        <translation>Tutorías, reuniones con familias, una charla con un alumno: lo que no pertenece a ningún curso.</translation>
    </message>
    <message>
        <source>Meetings a teacher holds for you alone appear here.</source>
        <translation>Aquí aparecen las reuniones que un docente celebra solo con usted.</translation>
    </message>
    <message>
        <source>Schedule a meeting…</source>
        <translation>Programar una reunión…</translation>
    </message>
    <message>
        <source>Of your courses, and for you</source>
        <translation>De sus cursos, y para usted</translation>
    </message>
    <message>
        <source>No meetings ahead</source>
        <translation>No hay reuniones próximas</translation>
    </message>
    <message>
        <source>Meetings of your courses appear here as soon as they are scheduled.</source>
        <translation>Las reuniones de sus cursos aparecen aquí en cuanto se programan.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::NewsTeller</name>
    <message>
        <source>“%1” has started</source>
        <translation>«%1» ha empezado</translation>
    </message>
    <message>
        <source>You can join it now.</source>
        <translation>Ya puede unirse.</translation>
    </message>
    <message>
        <source>%1 has opened it.</source>
        <translation>%1 la ha abierto.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Alguien</translation>
    </message>
    <message>
        <source>%1 is waiting to be let in</source>
        <translation>%1 espera para entrar</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s) are waiting to be let in</source>
        <translation>
            <numerusform>%1 y %n más esperan para entrar</numerusform>
            <numerusform>%1 y %n más esperan para entrar</numerusform>
        </translation>
    </message>
    <message>
        <source>The recording of “%1” is ready</source>
        <translation>La grabación de «%1» está lista</translation>
    </message>
    <message>
        <source>It can be watched from its page.</source>
        <translation>Puede verse desde su página.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>lectern::ui::Notices</name>
    <message numerus="yes">
        <source>%n learner(s) are being registered.</source>
        <translation>
            <numerusform>Se está inscribiendo a %n alumno.</numerusform>
            <numerusform>Se está inscribiendo a %n alumnos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::NotifySection</name>
    <message>
        <source>A &amp;class of mine has started</source>
        <translation>Una de mis &amp;clases ha empezado</translation>
    </message>
    <message>
        <source>Somebody &amp;waits to be let in</source>
        <translation>Alguien &amp;espera para entrar</translation>
    </message>
    <message>
        <source>A &amp;recording is ready</source>
        <translation>Una &amp;grabación está lista</translation>
    </message>
</context>
<context>
    <name>lectern::ui::OwnerChoice</name>
    <message>
        <source>No longer there</source>
        <translation>Ya no existe</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <translation>%1 (ya no existe)</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ParticipantsTab</name>
    <message>
        <source>Name or e-mail</source>
        <translation>Nombre o correo</translation>
    </message>
    <message>
        <source>Which participants</source>
        <translation>Qué participantes</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participantes</translation>
    </message>
    <message>
        <source>All</source>
        <comment>participants</comment>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Presentes</translation>
    </message>
    <message>
        <source>Waiting room</source>
        <translation>Sala de espera</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Ausentes</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Se fueron</translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <comment>people in a meeting</comment>
        <translation>
            <numerusform>%n presente</numerusform>
            <numerusform>%n presentes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the waiting room</source>
        <translation>
            <numerusform>%n en la sala de espera</numerusform>
            <numerusform>%n en la sala de espera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n ausente</numerusform>
            <numerusform>%n ausentes</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>Nadie aquí</translation>
    </message>
    <message>
        <source>Nobody matches what is searched and chosen above.</source>
        <translation>Nadie coincide con lo que se busca y elige arriba.</translation>
    </message>
    <message>
        <source>Nobody is missing</source>
        <translation>No falta nadie</translation>
    </message>
    <message>
        <source>Everyone this meeting is for has come.</source>
        <translation>Han venido todos aquellos para quienes es esta reunión.</translation>
    </message>
    <message>
        <source>Nobody at present</source>
        <translation>Nadie por ahora</translation>
    </message>
    <message>
        <source>People appear here as soon as Zoom says that they came.</source>
        <translation>Las personas aparecen aquí en cuanto Zoom dice que han llegado.</translation>
    </message>
    <message numerus="yes">
        <source>%n came</source>
        <comment>people who were in a meeting</comment>
        <translation>
            <numerusform>%n vino</numerusform>
            <numerusform>%n vinieron</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::PendingPanel</name>
    <message>
        <source>%1: Zoom refused it.</source>
        <translation>%1: Zoom ha rechazado el cambio.</translation>
    </message>
    <message>
        <source>%1: not sent yet.</source>
        <translation>%1: aún sin enviar.</translation>
    </message>
    <message>
        <source>It is sent as soon as Zoom answers.</source>
        <translation>Se enviará en cuanto Zoom responda.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Descartar…</translation>
    </message>
    <message>
        <source>Discard “%1”?</source>
        <translation>¿Descartar «%1»?</translation>
    </message>
    <message>
        <source>The meeting goes back to what it was before. What was never sent to Zoom is forgotten.</source>
        <translation>La reunión vuelve a ser como antes. Lo que nunca se envió a Zoom se olvida.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>lectern::ui::PeriodPicker</name>
    <message>
        <source>Dates</source>
        <translation>Fechas</translation>
    </message>
    <message>
        <source>from</source>
        <translation>desde</translation>
    </message>
    <message>
        <source>to</source>
        <translation>hasta</translation>
    </message>
    <message>
        <source>From this day</source>
        <translation>Desde este día</translation>
    </message>
    <message>
        <source>To this day</source>
        <translation>Hasta este día</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>Todas las fechas</translation>
    </message>
    <message>
        <source>From today on</source>
        <translation>A partir de hoy</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>This term (%1)</source>
        <translation>Este periodo (%1)</translation>
    </message>
    <message>
        <source>Between two days</source>
        <translation>Entre dos días</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RecordingCsv</name>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Length (minutes)</source>
        <translation>Duración (minutos)</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Curso</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Anfitrión</translation>
    </message>
    <message>
        <source>Host&apos;s e-mail</source>
        <translation>Correo del anfitrión</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Size (bytes)</source>
        <translation>Tamaño (bytes)</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Enlace</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RecordingFilters</name>
    <message>
        <source>Find by topic, course or host</source>
        <translation>Buscar por tema, curso o anfitrión</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Curso</translation>
    </message>
    <message>
        <source>Any course</source>
        <translation>Todos los cursos</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Anfitrión</translation>
    </message>
    <message>
        <source>Any host</source>
        <translation>Todos los anfitriones</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Quitar los filtros</translation>
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
        <translation>preparándose en Zoom</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Ver</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RecordingTable</name>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>The meeting of this recording is not known here.</source>
        <translation>La reunión de esta grabación no se conoce aquí.</translation>
    </message>
    <message>
        <source>&amp;Open the meeting</source>
        <translation>&amp;Abrir la reunión</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Copy link</source>
        <translation>&amp;Copiar enlace</translation>
    </message>
    <message>
        <source>The recording&apos;s link is copied.</source>
        <translation>Enlace de la grabación copiado.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RecordingsPage</name>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n recording(s) to %1.</source>
        <translation>
            <numerusform>Se ha guardado %n grabación en %1.</numerusform>
            <numerusform>Se han guardado %n grabaciones en %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>%1 · %2 in all</source>
        <comment>28 recordings, size</comment>
        <translation>%1 · %2 en total</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recording(s)</source>
        <translation>
            <numerusform>%Ln grabación</numerusform>
            <numerusform>%Ln grabaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>No recording matches</source>
        <translation>Ninguna grabación coincide</translation>
    </message>
    <message>
        <source>Try other dates or fewer words, or clear the filters.</source>
        <translation>Pruebe con otras fechas o menos palabras, o quite los filtros.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Quitar los filtros</translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <translation>Aún no hay grabaciones</translation>
    </message>
    <message>
        <source>Meetings recorded to Zoom&apos;s cloud appear here; Zoom can take up to a day to make them ready.</source>
        <translation>Aquí aparecen las reuniones grabadas en la nube de Zoom; Zoom puede tardar hasta un día en prepararlas.</translation>
    </message>
    <message>
        <source>The recordings cannot be shown.</source>
        <translation>No se pueden mostrar las grabaciones.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Export recordings</source>
        <translation>Exportar grabaciones</translation>
    </message>
    <message>
        <source>recordings %1.csv</source>
        <comment>file name, with the day</comment>
        <translation>grabaciones %1.csv</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RecordingsTab</name>
    <message>
        <source>Video</source>
        <translation>Vídeo</translation>
    </message>
    <message>
        <source>Sound only</source>
        <translation>Solo audio</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Subtítulos</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>No recordings</source>
        <translation>No hay grabaciones</translation>
    </message>
    <message>
        <source>Zoom can take up to a day to make a cloud recording ready.</source>
        <translation>Zoom puede tardar hasta un día en preparar una grabación en la nube.</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>time, length, size</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>being prepared by Zoom</source>
        <translation>preparándose en Zoom</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RecurrenceEditor</name>
    <message numerus="yes">
        <source> day(s)</source>
        <comment>every … days</comment>
        <translation>
            <numerusform> día</numerusform>
            <numerusform> días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> week(s)</source>
        <comment>every … weeks</comment>
        <translation>
            <numerusform> semana</numerusform>
            <numerusform> semanas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> month(s)</source>
        <comment>every … months</comment>
        <translation>
            <numerusform> mes</numerusform>
            <numerusform> meses</numerusform>
        </translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Cada</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Cuántas veces</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>Does not repeat</source>
        <translation>No se repite</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Cada día</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Cada semana</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>Cada mes</translation>
    </message>
    <message>
        <source>After a number of dates</source>
        <translation>Tras un número de fechas</translation>
    </message>
    <message>
        <source>On a day</source>
        <translation>En una fecha</translation>
    </message>
    <message numerus="yes">
        <source> time(s)</source>
        <comment>a series takes place … times</comment>
        <translation>
            <numerusform> vez</numerusform>
            <numerusform> veces</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Repeats</source>
        <translation>&amp;Se repite</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RegistrantLinkDelegate</name>
    <message>
        <source>Copy their link</source>
        <translation>Copiar su enlace</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RegistrantsTab</name>
    <message>
        <source>Name or e-mail</source>
        <translation>Nombre o correo</translation>
    </message>
    <message>
        <source>Which registrations</source>
        <translation>Qué inscripciones</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Registrants</source>
        <translation>Inscritos</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobadas</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Pendientes</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazadas</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>Nadie por aquí</translation>
    </message>
    <message>
        <source>Nobody matches what is searched and chosen above.</source>
        <translation>Nadie coincide con la búsqueda y la selección de arriba.</translation>
    </message>
    <message>
        <source>No registration needed</source>
        <translation>No hace falta inscripción</translation>
    </message>
    <message>
        <source>Everyone with the link may enter, so nobody registers.</source>
        <translation>Quien tenga el enlace puede entrar, así que nadie se inscribe.</translation>
    </message>
    <message>
        <source>Nobody has registered yet</source>
        <translation>Aún no se ha inscrito nadie</translation>
    </message>
    <message>
        <source>Registrations appear here as soon as Zoom has them.</source>
        <translation>Las inscripciones aparecen aquí en cuanto Zoom las tiene.</translation>
    </message>
    <message>
        <source>The personal link of %1 is copied.</source>
        <translation>Enlace personal de %1 copiado.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Known as</source>
        <translation>Conocido como</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Inscrito el</translation>
    </message>
    <message>
        <source>Export the registrants</source>
        <translation>Exportar los inscritos</translation>
    </message>
    <message>
        <source>registrants.csv</source>
        <translation>inscritos.csv</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Archivos CSV (*.csv)</translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation>Exportado.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>at the end of a list of names</comment>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Register everyone in %1…</source>
        <comment>a course</comment>
        <translation>Inscribir a todo el curso %1…</translation>
    </message>
    <message>
        <source>Every learner of %1 is registered.</source>
        <translation>Todos los alumnos de %1 están inscritos.</translation>
    </message>
    <message numerus="yes">
        <source>Register %n learner(s) for “%1”?</source>
        <translation>
            <numerusform>¿Inscribir a %n alumno en «%1»?</numerusform>
            <numerusform>¿Inscribir a %n alumnos en «%1»?</numerusform>
        </translation>
    </message>
    <message>
        <source>These learners of %1 are not registered yet: %2. Each gets a join link of their own, and Zoom writes to them about it if the meeting&apos;s settings say so.</source>
        <translation>Estos alumnos de %1 aún no están inscritos: %2. Cada uno recibe un enlace de acceso propio, y Zoom les escribe si los ajustes de la reunión así lo dicen.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Inscribir</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RelayWords</name>
    <message>
        <source>Connected to %1 as %2 (%3).</source>
        <comment>relay, person, role</comment>
        <translation>Conectado con %1 como %2 (%3).</translation>
    </message>
    <message>
        <source>learner</source>
        <translation>alumno</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>profesor</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administrador</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2 Lectern keeps trying.</source>
        <comment>relay, sentence</comment>
        <translation>No se puede llegar a %1: %2 Lectern sigue intentándolo.</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Conectando con %1…</translation>
    </message>
    <message>
        <source>%1 no longer knows this computer. Ask for a new invitation.</source>
        <translation>%1 ya no conoce este ordenador. Pida una nueva invitación.</translation>
    </message>
    <message>
        <source>Changes arrive within a second, through the school&apos;s relay.</source>
        <translation>Los cambios llegan en menos de un segundo, a través del relé del centro.</translation>
    </message>
    <message>
        <source>Changes arrive within a second, from Zoom itself.</source>
        <translation>Los cambios llegan en menos de un segundo, desde el propio Zoom.</translation>
    </message>
    <message>
        <source>Lectern asks Zoom now and then. With an invitation to the school&apos;s relay, changes arrive within a second.</source>
        <translation>Lectern pregunta a Zoom de vez en cuando. Con una invitación al relé del centro, los cambios llegan en menos de un segundo.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RemovalQuestion</name>
    <message>
        <source>Delete “%1”?</source>
        <translation>¿Eliminar «%1»?</translation>
    </message>
    <message>
        <source>Zoom was never told of it, so it is only forgotten here.</source>
        <translation>Zoom nunca supo de ella, así que solo se olvida aquí.</translation>
    </message>
    <message>
        <source>Delete meeting</source>
        <translation>Eliminar la reunión</translation>
    </message>
    <message>
        <source>It is deleted at Zoom, and its link stops working. Recordings stay, and Zoom keeps the meeting in its trash for a while.</source>
        <translation>Se elimina en Zoom y su enlace deja de funcionar. Las grabaciones se conservan, y Zoom guarda la reunión un tiempo en su papelera.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) registered.</source>
        <translation>
            <numerusform>%n persona inscrita.</numerusform>
            <numerusform>%n personas inscritas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete only %1</source>
        <comment>date</comment>
        <translation>Eliminar solo %1</translation>
    </message>
    <message>
        <source>Delete all dates</source>
        <translation>Eliminar todas las fechas</translation>
    </message>
    <message>
        <source>Delete all dates and tell people</source>
        <translation>Eliminar todas las fechas y avisar</translation>
    </message>
    <message>
        <source>Delete and tell people</source>
        <translation>Eliminar y avisar</translation>
    </message>
    <message>
        <source>Deleting only this date leaves the other dates and the link as they are. Deleting all dates deletes the series at Zoom, and its link stops working. Recordings stay.</source>
        <translation>Si elimina solo esta fecha, las demás y el enlace quedan como están. Si elimina todas las fechas, la serie se elimina en Zoom y su enlace deja de funcionar. Las grabaciones se conservan.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RosterFolder</name>
    <message>
        <source>%1 is too large to be a roster.</source>
        <translation>%1 es demasiado grande para ser una lista de centro.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>No se puede leer %1: %2</translation>
    </message>
    <message>
        <source>There are no CSV files in %1.</source>
        <translation>No hay archivos CSV en %1.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ScheduleDialog</name>
    <message>
        <source>Which dates</source>
        <translation>Qué fechas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Schedule a meeting</source>
        <translation>Programar una reunión</translation>
    </message>
    <message>
        <source>Edit meeting</source>
        <translation>Modificar la reunión</translation>
    </message>
    <message>
        <source>&amp;Schedule</source>
        <translation>Pro&amp;gramar</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Sent to Zoom when you press Schedule; kept here if you are offline.</source>
        <translation>Se envía a Zoom al pulsar Programar; se guarda aquí si no hay conexión.</translation>
    </message>
    <message>
        <source>Sent to Zoom when you press Save; kept here if you are offline.</source>
        <translation>Se envía a Zoom al pulsar Guardar; se guarda aquí si no hay conexión.</translation>
    </message>
    <message>
        <source>This meeting is gone.</source>
        <translation>Esta reunión ya no existe.</translation>
    </message>
    <message>
        <source>It was deleted while you were editing it.</source>
        <translation>Se eliminó mientras la modificaba.</translation>
    </message>
    <message>
        <source>You cannot schedule.</source>
        <translation>No puede programar reuniones.</translation>
    </message>
    <message>
        <source>This one (%1)</source>
        <comment>a date of a series</comment>
        <translation>Esta (%1)</translation>
    </message>
    <message>
        <source>All</source>
        <comment>all dates of a series</comment>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Lectern is asking Zoom for the meeting&apos;s options…</source>
        <translation>Lectern está pidiendo a Zoom las opciones de la reunión…</translation>
    </message>
    <message>
        <source>Zoom could not be asked for these options. %1</source>
        <translation>No se han podido pedir estas opciones a Zoom. %1</translation>
    </message>
    <message>
        <source>“%1” is scheduled.</source>
        <translation>«%1» está programada.</translation>
    </message>
    <message>
        <source>“%1” is changed.</source>
        <translation>«%1» está modificada.</translation>
    </message>
    <message>
        <source>Not scheduled.</source>
        <translation>No se ha programado.</translation>
    </message>
    <message>
        <source>Not saved.</source>
        <translation>No se ha guardado.</translation>
    </message>
    <message>
        <source>Discard this meeting?</source>
        <translation>¿Descartar esta reunión?</translation>
    </message>
    <message>
        <source>Discard your changes?</source>
        <translation>¿Descartar sus cambios?</translation>
    </message>
    <message>
        <source>What you typed is not kept.</source>
        <translation>Lo que ha escrito no se conserva.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ScheduleForm</name>
    <message>
        <source>&amp;Topic</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Para</translation>
    </message>
    <message>
        <source>H&amp;ost</source>
        <translation>A&amp;nfitrión</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Día</translation>
    </message>
    <message>
        <source>&amp;At</source>
        <translation>&amp;Hora</translation>
    </message>
    <message>
        <source>For how &amp;long</source>
        <translation>D&amp;uración</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Repetición</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>Más opciones</translation>
    </message>
    <message>
        <source>What people will see in their lists</source>
        <translation>Lo que cada persona verá en su lista</translation>
    </message>
    <message>
        <source>The same for all dates of the series. Choose “All” to change it.</source>
        <translation>Es igual en todas las fechas de la serie. Elija «Todas» para cambiarlo.</translation>
    </message>
    <message>
        <source>A meeting keeps its host. Schedule a new one for another.</source>
        <translation>Una reunión conserva su anfitrión. Programe una nueva para otro.</translation>
    </message>
    <message>
        <source>“%1” is no length of time. Write it like 45, 45 minutes or 1 h 30.</source>
        <translation>«%1» no es una duración. Escriba por ejemplo 45, 45 minutos o 1 h 30.</translation>
    </message>
    <message>
        <source>Choose for whom the meeting is.</source>
        <translation>Elija para quién es la reunión.</translation>
    </message>
    <message>
        <source>This is no longer there. Choose for whom the meeting is.</source>
        <translation>Esto ya no existe. Elija para quién es la reunión.</translation>
    </message>
    <message>
        <source>This host is no longer in the Zoom account. Choose another one.</source>
        <translation>Este anfitrión ya no está en la cuenta de Zoom. Elija otro.</translation>
    </message>
    <message>
        <source>%1 where you are</source>
        <translation>%1 donde se encuentra usted</translation>
    </message>
    <message>
        <source>does not repeat</source>
        <translation>no se repite</translation>
    </message>
</context>
<context>
    <name>lectern::ui::SettingWords</name>
    <message>
        <source>Required, approved at once</source>
        <translation>Necesaria, aprobada al momento</translation>
    </message>
    <message>
        <source>Required, each approved by hand</source>
        <translation>Necesaria, cada una aprobada a mano</translation>
    </message>
    <message>
        <source>Not required</source>
        <translation>No necesaria</translation>
    </message>
    <message>
        <source>Not by itself</source>
        <translation>No automáticamente</translation>
    </message>
    <message>
        <source>On the host&apos;s computer</source>
        <translation>En el equipo del anfitrión</translation>
    </message>
    <message>
        <source>In Zoom&apos;s cloud</source>
        <translation>En la nube de Zoom</translation>
    </message>
    <message>
        <source>No, the host opens the meeting</source>
        <translation>No, el anfitrión abre la reunión</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>En cualquier momento</translation>
    </message>
    <message>
        <source>From %1 before the start</source>
        <translation>Desde %1 antes del inicio</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Inscripción</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Grabación</translation>
    </message>
    <message>
        <source>Waiting room</source>
        <translation>Sala de espera</translation>
    </message>
    <message>
        <source>Join before the host</source>
        <translation>Entrar antes que el anfitrión</translation>
    </message>
    <message>
        <source>Mute on entry</source>
        <translation>Silenciar al entrar</translation>
    </message>
    <message>
        <source>Alternative hosts</source>
        <translation>Anfitriones alternativos</translation>
    </message>
</context>
<context>
    <name>lectern::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aspecto e idioma</translation>
    </message>
    <message>
        <source>School account</source>
        <translation>Cuenta del centro</translation>
    </message>
    <message>
        <source>People and courses</source>
        <translation>Personas y cursos</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>&amp;I am</source>
        <translation>&amp;Soy</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claros</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuros</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Colores</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>El cambio de idioma se aplica en el próximo inicio.</translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation>Conectado: %1</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>Desconectar…</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>Conectado.</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Conectar una cuenta</translation>
    </message>
    <message>
        <source>Connect another account</source>
        <translation>Conectar otra cuenta</translation>
    </message>
    <message>
        <source>A OneRoster 1.1 export (CSV files) from the school&apos;s register or LMS brings people, courses and groups.</source>
        <translation>Una exportación OneRoster 1.1 (archivos CSV) del programa de gestión escolar o del aula virtual trae las personas, los cursos y los grupos.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Choose the folder of the OneRoster files</source>
        <translation>Elija la carpeta de los archivos OneRoster</translation>
    </message>
    <message>
        <source>Disconnect this account?</source>
        <translation>¿Desconectar esta cuenta?</translation>
    </message>
    <message>
        <source>Its secret is removed from this computer. Meetings already read stay visible; what waits to be sent stays until you connect again.</source>
        <translation>Su secreto se quita de este equipo. Las reuniones ya leídas siguen visibles; lo pendiente de envío se conserva hasta que vuelva a conectar una cuenta.</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Desconectar</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>No se ha importado nada.</translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation>Importado.</translation>
    </message>
    <message>
        <source>People, courses and groups are up to date.</source>
        <translation>Las personas, los cursos y los grupos están al día.</translation>
    </message>
    <message>
        <source>Choose your name</source>
        <translation>Elija su nombre</translation>
    </message>
    <message>
        <source>Tell me on the desktop when</source>
        <translation>Avisarme en el escritorio cuando</translation>
    </message>
    <message>
        <source>Live updates</source>
        <translation>Actualizaciones en vivo</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Y %n más.</numerusform>
            <numerusform>Y %n más.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::StartNowDialog</name>
    <message>
        <source>&amp;Topic</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Para</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Descartarla</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Start a meeting now</source>
        <translation>Iniciar una reunión ahora</translation>
    </message>
    <message>
        <source>Meeting with %1</source>
        <translation>Reunión con %1</translation>
    </message>
    <message>
        <source>The courses could not be read.</source>
        <translation>No se han podido leer los cursos.</translation>
    </message>
    <message>
        <source>You cannot start a meeting.</source>
        <translation>No puede iniciar una reunión.</translation>
    </message>
    <message>
        <source>You have no Zoom user.</source>
        <translation>No tiene usuario de Zoom.</translation>
    </message>
    <message>
        <source>Nobody in the Zoom account has your e-mail address. Ask an administrator.</source>
        <translation>Nadie en la cuenta de Zoom tiene su correo. Consulte a un administrador.</translation>
    </message>
    <message numerus="yes">
        <source>The topic is too long: Zoom takes %n characters.</source>
        <translation>
            <numerusform>El tema es demasiado largo: Zoom admite %n carácter.</numerusform>
            <numerusform>El tema es demasiado largo: Zoom admite %n caracteres.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no longer there. Choose for whom the meeting is.</source>
        <translation>Esto ya no existe. Elija para quién es la reunión.</translation>
    </message>
    <message>
        <source>The meeting was not started.</source>
        <translation>No se ha iniciado la reunión.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The meeting cannot be followed.</source>
        <translation>No se puede seguir la reunión.</translation>
    </message>
    <message>
        <source>Zoom did not make the meeting.</source>
        <translation>Zoom no ha creado la reunión.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Zoom cannot be reached.</source>
        <translation>No se puede contactar con Zoom.</translation>
    </message>
    <message>
        <source>Close this, and the meeting is made as soon as Zoom answers; you start it then.</source>
        <translation>Cierre esta ventana: la reunión se creará en cuanto Zoom responda y podrá iniciarla entonces.</translation>
    </message>
    <message>
        <source>Waiting for Zoom…</source>
        <translation>Esperando a Zoom…</translation>
    </message>
    <message>
        <source>The meeting opens by itself.</source>
        <translation>La reunión se abre sola.</translation>
    </message>
    <message>
        <source>The meeting was not discarded.</source>
        <translation>No se ha descartado la reunión.</translation>
    </message>
</context>
<context>
    <name>lectern::ui::StatusCellDelegate</name>
    <message>
        <source>host busy</source>
        <translation>anfitrión ocupado</translation>
    </message>
</context>
<context>
    <name>lectern::ui::StatusLine</name>
    <message>
        <source>How fresh this is, and where it comes from</source>
        <translation>De cuándo son estos datos y de dónde vienen</translation>
    </message>
    <message>
        <source>What waits to be sent to Zoom</source>
        <translation>Lo que está pendiente de enviar a Zoom</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Sin conexión a una cuenta</translation>
    </message>
</context>
<context>
    <name>lectern::ui::SyncStateDialog</name>
    <message>
        <source>Read from Zoom now</source>
        <translation>Leer de Zoom ahora</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Pendiente de envío</translation>
    </message>
    <message>
        <source>Changes waiting to be sent</source>
        <translation>Cambios pendientes de envío</translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>Todo está enviado</translation>
    </message>
    <message>
        <source>What you change while offline waits here until Zoom has it.</source>
        <translation>Lo que cambie sin conexión espera aquí hasta que Zoom lo tenga.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Descartar…</translation>
    </message>
    <message>
        <source>Zoom and this computer</source>
        <translation>Zoom y este equipo</translation>
    </message>
    <message>
        <source>Hosts read</source>
        <translation>Anfitriones leídos</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The last try did not succeed.</source>
        <translation>El último intento ha fallado.</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>Reintentando.</translation>
    </message>
    <message>
        <source>Discard this change?</source>
        <translation>¿Descartar este cambio?</translation>
    </message>
    <message>
        <source>“%1” was never sent to Zoom and will be forgotten.</source>
        <translation>«%1» nunca se envió a Zoom y se olvidará.</translation>
    </message>
    <message>
        <source>“%1” goes back to what it was before.</source>
        <translation>«%1» vuelve a ser como antes.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Discarded.</source>
        <translation>Cambio descartado.</translation>
    </message>
    <message>
        <source>Settled.</source>
        <translation>Resuelto.</translation>
    </message>
    <message>
        <source>The learners who are not registered for “%1” yet stay so.</source>
        <translation>Los alumnos que aún no están inscritos en «%1» seguirán sin estarlo.</translation>
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
        <translation>Sin conexión con Zoom</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Al día</translation>
    </message>
    <message>
        <source>Connected, not read yet</source>
        <translation>Conectado, aún sin leer</translation>
    </message>
    <message>
        <source>Reading from Zoom, host %1 of %2</source>
        <translation>Leyendo de Zoom, anfitrión %1 de %2</translation>
    </message>
    <message>
        <source>Reading from Zoom</source>
        <translation>Leyendo de Zoom</translation>
    </message>
    <message>
        <source>Sending to Zoom</source>
        <translation>Enviando a Zoom</translation>
    </message>
    <message>
        <source>Offline, shown as last read</source>
        <translation>Sin conexión, se muestra lo último leído</translation>
    </message>
    <message>
        <source>Zoom refuses this account</source>
        <translation>Zoom rechaza esta cuenta</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) need you</source>
        <translation>
            <numerusform>%n cambio requiere su atención</numerusform>
            <numerusform>%n cambios requieren su atención</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting to be sent</source>
        <translation>
            <numerusform>%n cambio pendiente de envío</numerusform>
            <numerusform>%n cambios pendientes de envío</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>hace %n&#xa0;min</numerusform>
            <numerusform>hace %n&#xa0;min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>hace %n hora</numerusform>
            <numerusform>hace %n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>hace %n día</numerusform>
            <numerusform>hace %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>The school&apos;s relay asks for a new invitation</source>
        <translation>El relé del centro pide una nueva invitación</translation>
    </message>
    <message>
        <source>Live, through the school&apos;s relay</source>
        <translation>En vivo, por el relé del centro</translation>
    </message>
    <message>
        <source>Live, from Zoom</source>
        <translation>En vivo, desde Zoom</translation>
    </message>
</context>
<context>
    <name>lectern::ui::TabStrip</name>
    <message>
        <source>Places</source>
        <translation>Secciones</translation>
    </message>
</context>
<context>
    <name>lectern::ui::TableView</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
</context>
<context>
    <name>lectern::ui::TodayPage</name>
    <message>
        <source>Start a meeting now</source>
        <translation>Iniciar una reunión ahora</translation>
    </message>
    <message>
        <source>Schedule…</source>
        <translation>Programar…</translation>
    </message>
    <message>
        <source>Later today</source>
        <translation>Hoy, más tarde</translation>
    </message>
    <message>
        <source>Nothing more today</source>
        <translation>Nada más por hoy</translation>
    </message>
    <message>
        <source>Meetings of your courses, your own and those for everyone appear here.</source>
        <translation>Aquí aparecen las reuniones de sus cursos, las suyas y las reuniones para todos.</translation>
    </message>
    <message>
        <source>Schedule a meeting…</source>
        <translation>Programar una reunión…</translation>
    </message>
    <message numerus="yes">
        <source>Tomorrow: %n meeting(s), the first at %1.</source>
        <translation>
            <numerusform>Mañana: %n reunión, a las %1.</numerusform>
            <numerusform>Mañana: %n reuniones, la primera a las %1.</numerusform>
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
        <translation>Visto como %1, %2</translation>
    </message>
</context>
<context>
    <name>lectern::ui::WatchCellDelegate</name>
    <message>
        <source>Watch</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>being prepared</source>
        <translation>preparándose</translation>
    </message>
</context>
<context>
    <name>lectern::zoom::Text</name>
    <message>
        <source>Zoom&apos;s answer cannot be understood. Nothing was lost; if it happens again, report it with its details.</source>
        <translation>No se entiende la respuesta de Zoom. No se ha perdido nada; si vuelve a ocurrir, informe de ello con sus detalles.</translation>
    </message>
    <message>
        <source>The address answered with a web page, not with Zoom&apos;s API. Check the server address.</source>
        <translation>La dirección ha respondido con una página web, no con la API de Zoom. Compruebe la dirección del servidor.</translation>
    </message>
    <message>
        <source>The server does not know this part of Zoom&apos;s API. Check the server address.</source>
        <translation>El servidor no conoce esta parte de la API de Zoom. Compruebe la dirección del servidor.</translation>
    </message>
    <message>
        <source>Zoom has a problem at the moment. Lectern tries again by itself.</source>
        <translation>Zoom tiene un problema en este momento. Lectern lo vuelve a intentar por sí solo.</translation>
    </message>
    <message>
        <source>Stopped before it was finished.</source>
        <translation>Se ha detenido antes de terminar.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check the connection to the internet and the server address.</source>
        <translation>No se puede contactar con %1. Compruebe la conexión a internet y la dirección del servidor.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Check the connection to the internet, or try again later.</source>
        <translation>%1 no ha respondido a tiempo. Compruebe la conexión a internet o inténtelo más tarde.</translation>
    </message>
    <message>
        <source>The identity of %1 cannot be verified, so nothing was sent to it. Check the server address and this computer&apos;s date.</source>
        <translation>No se puede verificar la identidad de %1, así que no se le ha enviado nada. Compruebe la dirección del servidor y la fecha de este equipo.</translation>
    </message>
    <message>
        <source>%1 is not a secure address. Use one that begins with https://.</source>
        <translation>%1 no es una dirección segura. Use una que empiece por https://.</translation>
    </message>
    <message>
        <source>The answer is larger than anything Zoom sends. Check the server address.</source>
        <translation>La respuesta es mayor que cualquier cosa que envíe Zoom. Compruebe la dirección del servidor.</translation>
    </message>
    <message>
        <source>The server sent the request on to %1, where it must not go. Check the server address.</source>
        <translation>El servidor ha redirigido la petición a %1, adonde no debe ir. Compruebe la dirección del servidor.</translation>
    </message>
    <message>
        <source>Zoom does not accept the credentials of this account. Check them in Settings.</source>
        <translation>Zoom no acepta las credenciales de esta cuenta. Compruébelas en los ajustes.</translation>
    </message>
    <message>
        <source>Zoom does not know this client ID with this client secret. Copy both again from the app&apos;s page on the Zoom App Marketplace.</source>
        <translation>Zoom no conoce este ID de cliente con este secreto de cliente. Copie de nuevo ambos de la página de la aplicación en Zoom App Marketplace.</translation>
    </message>
    <message>
        <source>Zoom does not accept the account ID. Copy it again from the app&apos;s page on the Zoom App Marketplace.</source>
        <translation>Zoom no acepta el ID de la cuenta. Cópielo de nuevo de la página de la aplicación en Zoom App Marketplace.</translation>
    </message>
    <message>
        <source>The Zoom app is switched off. An administrator can activate it on the Zoom App Marketplace.</source>
        <translation>La aplicación de Zoom está desactivada. Un administrador puede activarla en Zoom App Marketplace.</translation>
    </message>
    <message>
        <source>The authorization was taken back at Zoom. Connect the account again.</source>
        <translation>La autorización se ha retirado en Zoom. Vuelva a conectar la cuenta.</translation>
    </message>
    <message>
        <source>The owner of the Zoom app has left the account. An administrator has to create the app anew.</source>
        <translation>El propietario de la aplicación de Zoom ya no está en la cuenta. Un administrador tiene que crear de nuevo la aplicación.</translation>
    </message>
    <message>
        <source>This Zoom app does not allow this kind of sign-in. Create a Server-to-Server OAuth app and use its credentials.</source>
        <translation>Esta aplicación de Zoom no permite este tipo de inicio de sesión. Cree una aplicación Server-to-Server OAuth y use sus credenciales.</translation>
    </message>
    <message>
        <source>The sign-in has expired. Sign in again.</source>
        <translation>La sesión ha caducado. Vuelva a iniciarla.</translation>
    </message>
    <message>
        <source>The Zoom app does not list Lectern&apos;s return address. Add it on the app&apos;s page on the Zoom App Marketplace.</source>
        <translation>La aplicación de Zoom no incluye la dirección de retorno de Lectern. Añádala en la página de la aplicación en Zoom App Marketplace.</translation>
    </message>
    <message>
        <source>The credentials are incomplete. Fill in every field of the account in Settings.</source>
        <translation>Las credenciales están incompletas. Rellene todos los campos de la cuenta en los ajustes.</translation>
    </message>
    <message>
        <source>The key and secret cannot be used to sign in. Check them in Settings.</source>
        <translation>La clave y el secreto no sirven para iniciar sesión. Compruébelos en los ajustes.</translation>
    </message>
    <message>
        <source>The sign-in named %1 as the server, which is none of Zoom&apos;s. Check the server address.</source>
        <translation>El inicio de sesión ha indicado %1 como servidor, que no es de Zoom. Compruebe la dirección del servidor.</translation>
    </message>
    <message>
        <source>The Zoom app lacks a permission for this. Add the missing scopes on the Zoom App Marketplace.</source>
        <translation>A la aplicación de Zoom le falta un permiso para esto. Añada los ámbitos (scopes) que faltan en Zoom App Marketplace.</translation>
    </message>
    <message>
        <source>The Zoom app lacks permissions. Add these scopes on the Zoom App Marketplace: %1.</source>
        <translation>A la aplicación de Zoom le faltan permisos. Añada estos ámbitos (scopes) en Zoom App Marketplace: %1.</translation>
    </message>
    <message>
        <source>Zoom does not allow this account to do that. Ask the account&apos;s administrator.</source>
        <translation>Zoom no permite que esta cuenta haga eso. Consulte al administrador de la cuenta.</translation>
    </message>
    <message>
        <source>Zoom offers this only with a paid plan or an extra licence.</source>
        <translation>Zoom solo ofrece esto con un plan de pago o una licencia adicional.</translation>
    </message>
    <message>
        <source>Zoom refused what was entered. Check it and send it again.</source>
        <translation>Zoom ha rechazado los datos introducidos. Compruébelos y envíelos de nuevo.</translation>
    </message>
    <message>
        <source>Zoom refused what was entered: %1</source>
        <translation>Zoom ha rechazado los datos introducidos: %1</translation>
    </message>
    <message>
        <source>Zoom already has this. Refresh to see it.</source>
        <translation>Zoom ya lo tiene. Actualice para verlo.</translation>
    </message>
    <message>
        <source>Zoom asks for a short break. Lectern goes on by itself.</source>
        <translation>Zoom pide una breve pausa. Lectern continúa por sí solo.</translation>
    </message>
    <message>
        <source>This host has reached Zoom&apos;s limit of 100 new or changed meetings a day. Lectern goes on after midnight UTC.</source>
        <translation>Este anfitrión ha alcanzado el límite de Zoom de 100 reuniones creadas o cambiadas al día. Lectern continúa después de medianoche UTC.</translation>
    </message>
    <message>
        <source>The account has reached Zoom&apos;s limit of requests for today. Lectern goes on when Zoom allows it again.</source>
        <translation>La cuenta ha alcanzado el límite de peticiones de Zoom para hoy. Lectern continúa cuando Zoom lo permita de nuevo.</translation>
    </message>
    <message>
        <source>Zoom does not have this host any more. Choose another host.</source>
        <translation>Zoom ya no tiene a este anfitrión. Elija otro anfitrión.</translation>
    </message>
    <message>
        <source>The meeting no longer exists at Zoom.</source>
        <translation>La reunión ya no existe en Zoom.</translation>
    </message>
    <message>
        <source>Zoom does not give access to this meeting. It may be a webinar, a date that is gone, or belong to a host one may not schedule for.</source>
        <translation>Zoom no da acceso a esta reunión. Puede ser un seminario web, una fecha que ya no existe o la reunión de un anfitrión para el que no se puede programar.</translation>
    </message>
    <message>
        <source>The meeting is running. End it first.</source>
        <translation>La reunión está en curso. Finalícela primero.</translation>
    </message>
    <message>
        <source>Only the meeting&apos;s host may do this.</source>
        <translation>Solo puede hacerlo el anfitrión de la reunión.</translation>
    </message>
    <message>
        <source>The meeting has already ended.</source>
        <translation>La reunión ya ha terminado.</translation>
    </message>
    <message>
        <source>The meeting is over, so nobody can register any more.</source>
        <translation>La reunión ha terminado, así que ya nadie puede inscribirse.</translation>
    </message>
    <message>
        <source>A personal room cannot be deleted.</source>
        <translation>Una sala personal no se puede eliminar.</translation>
    </message>
    <message>
        <source>This user may not host or schedule meetings. An administrator can give them a licence at Zoom.</source>
        <translation>Este usuario no puede ser anfitrión ni programar reuniones. Un administrador puede darle una licencia en Zoom.</translation>
    </message>
    <message>
        <source>Registration is not switched on for this meeting. Edit the meeting to switch it on.</source>
        <translation>La inscripción no está activada en esta reunión. Modifique la reunión para activarla.</translation>
    </message>
    <message>
        <source>No more people can register for this meeting.</source>
        <translation>No puede inscribirse nadie más en esta reunión.</translation>
    </message>
    <message>
        <source>The host of a meeting cannot register for it.</source>
        <translation>El anfitrión de una reunión no puede inscribirse en ella.</translation>
    </message>
    <message>
        <source>There is no recording of this meeting at Zoom.</source>
        <translation>No hay ninguna grabación de esta reunión en Zoom.</translation>
    </message>
    <message>
        <source>The recording is not finished yet. Try again when the meeting has ended.</source>
        <translation>La grabación aún no está terminada. Inténtelo de nuevo cuando haya acabado la reunión.</translation>
    </message>
    <message>
        <source>Cloud recording is not switched on for this account.</source>
        <translation>La grabación en la nube no está activada en esta cuenta.</translation>
    </message>
    <message>
        <source>The recording is used by a webinar and cannot be deleted.</source>
        <translation>Un seminario web usa la grabación y no se puede eliminar.</translation>
    </message>
    <message>
        <source>Zoom keeps no details of meetings older than a year.</source>
        <translation>Zoom no guarda detalles de reuniones de hace más de un año.</translation>
    </message>
    <message>
        <source>The meeting runs on the organisation&apos;s own servers, where this is not possible.</source>
        <translation>La reunión está en los servidores de la propia organización, donde esto no es posible.</translation>
    </message>
    <message>
        <source>This is not possible for this kind of meeting.</source>
        <translation>Esto no es posible para este tipo de reunión.</translation>
    </message>
    <message>
        <source>This can only be changed for all dates of a series, not for one.</source>
        <translation>Esto solo se puede cambiar en todas las fechas de una serie, no en una sola.</translation>
    </message>
    <message>
        <source>Zoom registers the same person for a meeting at most three times a day. Try again after midnight UTC.</source>
        <translation>Zoom inscribe a una misma persona en una reunión tres veces al día como máximo. Inténtelo de nuevo después de medianoche UTC.</translation>
    </message>
    <message>
        <source>This network&apos;s proxy wants a name and a password. Write them into the proxy&apos;s address in the system&apos;s settings (http://name:password@proxy:port), or ask whoever looks after the network.</source>
        <translation>El proxy de esta red pide un nombre y una contraseña. Escríbalos en la dirección del proxy en los ajustes del sistema (http://nombre:contraseña@proxy:puerto), o pregunte a quien se ocupa de la red.</translation>
    </message>
    <message>
        <source>This network&apos;s proxy cannot be reached, or does not let Lectern through to %1. Check the proxy in the system&apos;s settings, or ask whoever looks after the network.</source>
        <translation>No se puede acceder al proxy de esta red, o no deja pasar a Lectern hasta %1. Compruebe el proxy en los ajustes del sistema, o pregunte a quien se ocupa de la red.</translation>
    </message>
</context>
</TS>
