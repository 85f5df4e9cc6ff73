// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/accountform.h"

#include "core/whendone.h"
#include "sync/commands.h"
#include "ui/style/buttonrole.h"
#include "ui/style/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/collapsiblesection.h"
#include "ui/widgets/label.h"

#include <QButtonGroup>
#include <QFormLayout>
#include <QHostAddress>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QUrlQuery>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace lectern::ui {

namespace {

enum Kind { OAuthKind, JwtKind };

QLineEdit *makeField(const QString &name, const QString &placeholder = {})
{
    auto *field = new QLineEdit;
    field->setObjectName(name);
    field->setPlaceholderText(placeholder);
    field->setMaxLength(512);
    return field;
}

QLineEdit *makeSecretField(const QString &name)
{
    QLineEdit *field = makeField(name);
    field->setEchoMode(QLineEdit::Password);
    field->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    return field;
}

bool isThisComputer(const QString &host)
{
    return host == u"localhost"_s || QHostAddress(host).isLoopback();
}

/// The address of a server as a person types it. A secret goes there: encrypted, unless it stays on this
/// computer.
std::optional<QUrl> serverAddress(const QString &typed)
{
    const QUrl url(typed.contains(u"://"_s) ? typed : u"https://"_s + typed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return {};
    const bool isSafe =
        url.scheme() == u"https"_s || (url.scheme() == u"http"_s && isThisComputer(url.host()));
    return isSafe ? std::optional(url) : std::nullopt;
}

/// The address of a WebSocket subscription as Zoom shows it; an access token goes there. Empty: there is
/// none.
std::optional<QUrl> eventAddress(const QString &typed)
{
    if (typed.isEmpty())
        return QUrl();
    const QUrl url(typed, QUrl::StrictMode);
    const bool isSafe = url.scheme() == u"wss"_s || (url.scheme() == u"ws"_s && isThisComputer(url.host()));
    const bool isNamed = QUrlQuery(url).hasQueryItem(u"subscriptionId"_s);
    const bool isWhole = url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty();
    return isSafe && isNamed && isWhole ? std::optional(url) : std::nullopt;
}

QString addressText(const QLineEdit *field)
{
    const QString text = field->text().trimmed();
    return text.isEmpty() ? field->placeholderText() : text;
}

/// Small words under a field; they break where a longer language needs it.
Label *makeHint(const QString &words)
{
    auto *hint = new Label(words, TextRole::Small, Tone::Dim);
    hint->setWordWrap(true);
    return hint;
}

QFormLayout *makeForm(QWidget *parent)
{
    auto *form = new QFormLayout(parent);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(space::s);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    return form;
}

} // namespace

AccountForm::AccountForm(sync::Commands &commands, QWidget *parent)
    : QWidget(parent)
    , m_commands(commands)
    , m_kinds(new QButtonGroup(this))
    , m_fields(new QStackedWidget)
    , m_accountId(makeField(u"accountId"_s))
    , m_clientId(makeField(u"clientId"_s))
    , m_clientSecret(makeSecretField(u"clientSecret"_s))
    , m_api(makeField(u"api"_s, u"https://api.zoom.us"_s))
    , m_oauth(makeField(u"oauth"_s, u"https://zoom.us"_s))
    , m_events(makeField(u"events"_s, u"wss://ws.zoom.us/ws?subscriptionId=…"_s))
    , m_apiKey(makeField(u"apiKey"_s))
    , m_apiSecret(makeSecretField(u"apiSecret"_s))
    , m_jwtServer(makeField(u"jwtServer"_s, tr("https://meetings.example.org")))
    , m_keeping(new Banner(Banner::Kind::Info))
    , m_problem(new Banner(Banner::Kind::Error))
    , m_connect(new QPushButton(tr("Connect")))
{
    m_fields->addWidget(makeOAuthFields());
    m_fields->addWidget(makeJwtFields());
    setUpLayout();
    setUpKinds();
    setFocusProxy(m_accountId);
    for (QLineEdit *field : findChildren<QLineEdit *>()) {
        connect(field, &QLineEdit::textChanged, this, &AccountForm::check);
        connect(field, &QLineEdit::returnPressed, m_connect, &QPushButton::click);
    }
    connect(m_connect, &QPushButton::clicked, this, &AccountForm::connectAccount);
    check();
}

void AccountForm::setUpKinds()
{
    m_kinds->button(OAuthKind)->setChecked(true);
    connect(m_kinds, &QButtonGroup::idToggled, this, [this](int kind, bool isChosen) {
        if (isChosen)
            m_fields->setCurrentIndex(kind);
        check();
    });
}

QWidget *AccountForm::makeOAuthFields()
{
    auto *addresses = new QWidget;
    QFormLayout *folded = makeForm(addresses);
    folded->addRow(tr("A&PI address"), m_api);
    folded->addRow(tr("Sign-&in address"), m_oauth);
    folded->addRow(tr("&Event stream (WebSocket)"), m_events);
    folded->addRow(
        makeHint(tr("If the app has an event subscription of the WebSocket kind, changes arrive at once.")));
    auto *section = new CollapsibleSection(tr("Addresses"));
    section->setSummary(tr("Zoom's own"));
    section->setContent(addresses);

    auto *fields = new QWidget;
    QFormLayout *form = makeForm(fields);
    form->addRow(tr("&Account ID"), m_accountId);
    form->addRow(tr("C&lient ID"), m_clientId);
    form->addRow(tr("Client &secret"), m_clientSecret);
    form->addRow(section);
    return fields;
}

QWidget *AccountForm::makeJwtFields()
{
    auto *fields = new QWidget;
    QFormLayout *form = makeForm(fields);
    form->addRow(tr("API &key"), m_apiKey);
    form->addRow(tr("API &secret"), m_apiSecret);
    form->addRow(tr("Server &address"), m_jwtServer);
    form->addRow(makeHint(tr("Zoom itself no longer accepts these; some compatible servers do.")));
    return fields;
}

void AccountForm::setUpLayout()
{
    auto *oauth = new QRadioButton(tr("Server-to-Server OAuth app"));
    auto *jwt = new QRadioButton(tr("API key and secret (legacy)"));
    oauth->setObjectName(u"oauthKind"_s);
    jwt->setObjectName(u"jwtKind"_s);
    m_kinds->addButton(oauth, OAuthKind);
    m_kinds->addButton(jwt, JwtKind);
    m_connect->setObjectName(u"connect"_s);
    setButtonRole(m_connect, ButtonRole::Primary);
    m_keeping->hide();
    m_problem->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(oauth);
    column->addWidget(jwt);
    column->addWidget(m_fields);
    column->addWidget(m_keeping);
    column->addWidget(m_problem);
    column->addWidget(m_connect, 0, Qt::AlignRight);
    column->addStretch(1);
}

void AccountForm::setSecretKeeping(const SecretKeeping &keeping)
{
    const bool isKept = keeping.place == SecretKeeping::Place::Keyring;
    m_keeping->setVisible(!isKept);
    m_keeping->setKind(Banner::Kind::Warning);
    m_keeping->setWords(tr("The secret is kept for this run only."), keeping.reason);
}

bool AccountForm::isJwt() const
{
    return m_kinds->checkedId() == JwtKind;
}

QLineEdit *AccountForm::secretField() const
{
    return isJwt() ? m_apiSecret : m_clientSecret;
}

void AccountForm::check()
{
    const auto isFilled = [](const QLineEdit *field) { return !field->text().trimmed().isEmpty(); };
    const bool isComplete = isJwt()
        ? isFilled(m_apiKey) && isFilled(m_apiSecret) && isFilled(m_jwtServer)
        : isFilled(m_accountId) && isFilled(m_clientId) && isFilled(m_clientSecret);
    m_connect->setEnabled(isComplete && !m_isConnecting);
    m_connect->setText(m_isConnecting ? tr("Connecting…") : tr("Connect"));
}

sync::Account AccountForm::account() const
{
    const auto address = [](const QLineEdit *field) {
        return serverAddress(addressText(field)).value_or(QUrl());
    };
    sync::Account account;
    account.id = QUuid::createUuid();
    if (isJwt()) {
        account.kind = sync::JwtAccount{.apiKey = m_apiKey->text().trimmed(), .api = address(m_jwtServer)};
        account.name = m_jwtServer->text().trimmed();
    } else {
        account.kind = sync::ServerToServerAccount{.accountId = m_accountId->text().trimmed(),
            .clientId = m_clientId->text().trimmed(),
            .api = address(m_api),
            .oauth = address(m_oauth),
            .events = eventAddress(m_events->text().trimmed()).value_or(QUrl())};
        account.name = tr("Zoom account");
    }
    return account;
}

QLineEdit *AccountForm::wrongAddress() const
{
    const QList<QLineEdit *> addresses = isJwt() ? QList{m_jwtServer} : QList{m_api, m_oauth};
    const auto wrong = std::find_if(addresses.begin(), addresses.end(),
        [](const QLineEdit *field) { return !serverAddress(addressText(field)); });
    return wrong == addresses.end() ? nullptr : *wrong;
}

bool AccountForm::isEventStreamRight() const
{
    return isJwt() || eventAddress(m_events->text().trimmed());
}

void AccountForm::refuse(QLineEdit *field, const QString &why)
{
    m_problem->setWords(tr("Not connected."), why);
    m_problem->show();
    field->setFocus();
    field->selectAll();
}

void AccountForm::connectAccount()
{
    if (QLineEdit *wrong = wrongAddress()) {
        refuse(wrong,
            tr("“%1” is not an address that a secret may go to. It begins with https:// and names a server.")
                .arg(addressText(wrong)));
        return;
    }
    if (!isEventStreamRight()) {
        refuse(m_events,
            tr("“%1” is not the address of an event stream. Zoom shows it with the app's event subscription; "
               "it "
               "begins with wss:// and has a subscription's id.")
                .arg(m_events->text().trimmed()));
        return;
    }
    m_isConnecting = true;
    m_problem->hide();
    check();
    whenDone(m_commands.connectAccount(account(), Secret(secretField()->text().trimmed().toUtf8())), this,
        [this](const Result<void> &outcome) { finished(outcome); });
}

void AccountForm::finished(const Result<void> &outcome)
{
    m_isConnecting = false;
    check();
    if (outcome) {
        secretField()->clear();
        Q_EMIT connected();
        return;
    }
    m_problem->setWords(tr("Not connected."), outcome.error().message);
    m_problem->show();
}

} // namespace lectern::ui
