// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/serve/config.h"

#include "relay/serve/jsonreader.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <spdlog/spdlog.h>

namespace lectern::relay {
namespace {

constexpr std::size_t shortestKey = 32;

std::string trimmed(std::string text)
{
    text.erase(text.find_last_not_of(" \t\r\n") + 1);
    text.erase(0, text.find_first_not_of(" \t\r\n"));
    return text;
}

/// A secret stands alone in its file; blanks and line breaks around it do not count.
std::string readSecret(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    text = trimmed(std::move(text));
    if (!stream || text.empty())
        throw ConfigError(file.string() + " cannot be read, or is empty");
    std::error_code ignored;
    const auto others = std::filesystem::perms::others_read;
    if ((std::filesystem::status(file, ignored).permissions() & others) != std::filesystem::perms::none)
        spdlog::warn("event=readable-secret file=\"{}\"", file.string());
    return text;
}

/// Reads one file; the environment has been read before.
class ConfigFile
{
public:
    ConfigFile(std::filesystem::path file, const Environment &environment)
        : m_file(std::move(file))
        , m_environment(environment)
    { }

    Config read(Config config) const
    {
        std::ifstream stream(m_file);
        if (!stream)
            throw ConfigError("cannot be read");
        const auto document = nlohmann::json::parse(stream, nullptr, true, true); // with // comments
        JsonReader reader(document, "");
        reader.read("public_url", config.publicUrl);
        std::int64_t window = config.window.count();
        reader.read("timestamp_window_seconds", window, 1, 7 * 24 * 60 * 60);
        config.window = std::chrono::seconds(window);
        readSecretOf(reader, "signing_key", config.signingKey);
        readAccounts(reader, config);
        readTls(reader, config);
        readRetention(reader, config.retention);
        readLimits(reader, config.limits);
        readNats(reader, config.nats);
        reader.finish();
        return config;
    }

private:
    [[nodiscard]] std::filesystem::path resolve(const std::string &name) const
    {
        return m_file.parent_path() / name; // an absolute name stays what it is
    }

    /// NAME_file or NAME_env; a list in the first for several.
    [[nodiscard]] std::vector<std::string> secretsOf(JsonReader &reader, const std::string &name) const
    {
        std::vector<std::string> files;
        std::vector<std::string> variables;
        reader.read(name + "_file", files);
        reader.read(name + "_env", variables);
        std::vector<std::string> secrets;
        for (const std::string &file : files)
            secrets.push_back(readSecret(resolve(file)));
        for (const std::string &variable : variables) {
            const auto value = m_environment(variable);
            if (!value || value->empty())
                throw ConfigError("the environment has no " + variable);
            secrets.push_back(*value);
        }
        return secrets;
    }

    void readSecretOf(JsonReader &reader, const std::string &name, std::string &value) const
    {
        const auto secrets = secretsOf(reader, name);
        if (secrets.size() > 1)
            throw ConfigError(reader.pathOf(name) + " can only be one");
        if (!secrets.empty())
            value = secrets.front();
    }

    void readAccounts(JsonReader &reader, Config &config) const
    {
        const nlohmann::json *accounts = reader.find("accounts");
        if (!accounts)
            return;
        if (!accounts->is_array())
            throw ConfigError("accounts is not a list");
        config.accounts.clear();
        for (std::size_t i = 0; i < accounts->size(); ++i)
            config.accounts.push_back(readAccount((*accounts)[i], "accounts[" + std::to_string(i) + "]"));
    }

    [[nodiscard]] Account readAccount(const nlohmann::json &document, const std::string &path) const
    {
        JsonReader reader(document, path);
        Account account;
        reader.read("id", account.id);
        account.secrets = secretsOf(reader, "webhook_secret");
        readSecretOf(reader, "verification_token", account.verificationToken);
        reader.finish();
        if (account.id.empty())
            throw ConfigError(reader.pathOf("id") + " is missing");
        if (account.secrets.empty() && account.verificationToken.empty())
            throw ConfigError(path + " has no webhook_secret_file");
        return account;
    }

    void readTls(JsonReader &reader, Config &config) const
    {
        const nlohmann::json *document = reader.find("tls");
        if (!document)
            return;
        JsonReader tls(*document, "tls");
        std::string certificate;
        std::string key;
        tls.read("certificate", certificate);
        tls.read("key", key);
        tls.finish();
        if (certificate.empty() || key.empty())
            throw ConfigError("tls needs a certificate and a key");
        config.tls = http::TlsFiles{resolve(certificate), resolve(key)};
    }

    void readNats(JsonReader &reader, NatsAccess &access) const
    {
        const nlohmann::json *document = reader.find("nats");
        if (!document)
            return;
        JsonReader nats(*document, "nats");
        std::string credentials;
        nats.read("credentials_file", credentials);
        if (!credentials.empty())
            access.credentialsFile = resolve(credentials).string();
        nats.read("user", access.user);
        readSecretOf(nats, "password", access.password);
        nats.finish();
    }

    static void readRetention(JsonReader &reader, Retention &retention)
    {
        const nlohmann::json *document = reader.find("retention");
        if (!document)
            return;
        JsonReader members(*document, "retention");
        std::int64_t hours = retention.age.count();
        std::int64_t megabytes = static_cast<std::int64_t>(retention.bytes >> 20U);
        members.read("hours", hours, 3, 24 * 366 * 10);
        members.read("megabytes", megabytes, 1, std::int64_t{1} << 30U);
        members.finish();
        retention.age = std::chrono::hours(hours);
        retention.bytes = static_cast<std::uint64_t>(megabytes) << 20U;
    }

    static void readLimits(JsonReader &reader, http::Limits &limits)
    {
        const nlohmann::json *document = reader.find("limits");
        if (!document)
            return;
        JsonReader members(*document, "limits");
        readCount(members, "header_bytes", limits.headerBytes, 1024, 1024 * 1024);
        readCount(members, "body_bytes", limits.bodyBytes, 1024, 64 * 1024 * 1024);
        readCount(members, "connections", limits.connections, 1, 1'000'000);
        readCount(members, "connections_per_address", limits.connectionsPerAddress, 1, 1'000'000);
        readSeconds(members, "header_seconds", limits.headerTimeout);
        readSeconds(members, "request_seconds", limits.readTimeout);
        readSeconds(members, "idle_seconds", limits.idleTimeout);
        readSeconds(members, "write_seconds", limits.writeTimeout);
        members.read("proxies", limits.proxies);
        members.finish();
    }

    template <typename Number>
    static void readCount(
        JsonReader &reader, const std::string &name, Number &value, std::int64_t least, std::int64_t most)
    {
        std::int64_t number = static_cast<std::int64_t>(value);
        reader.read(name, number, least, most);
        value = static_cast<Number>(number);
    }

    static void readSeconds(JsonReader &reader, const std::string &name, std::chrono::milliseconds &value)
    {
        std::int64_t seconds = value.count() / 1000;
        reader.read(name, seconds, 1, 3600);
        value = std::chrono::seconds(seconds);
    }

    std::filesystem::path m_file;
    const Environment &m_environment;
};

http::Limits relayLimits()
{
    http::Limits limits;
    limits.bodyBytes = std::uint64_t{1} << 20U;
    limits.bodyBytesAt = {{"/school", std::uint64_t{32} << 20U}}; // some ten thousand people
    limits.connections = 12'000;
    limits.connectionsPerAddress = 256;
    limits.proxies = {"127.0.0.1", "::1"};
    return limits;
}

Result<Config> checked(Config config)
{
    if (!config.signingKey.empty() && config.signingKey.size() < shortestKey)
        return failure(ErrorCode::Invalid, "the signing key is shorter than 32 bytes");
    if (config.nats.user.empty() && !config.nats.password.empty())
        return failure(ErrorCode::Invalid, "a password for NATS without a user");
    while (config.publicUrl.ends_with('/'))
        config.publicUrl.pop_back();
    return config;
}

} // namespace

Environment processEnvironment()
{
    return [](const std::string &name) -> std::optional<std::string> {
        const char *value = std::getenv(name.c_str());
        return value ? std::optional<std::string>(value) : std::nullopt;
    };
}

Result<Config> readConfig(const Environment &environment)
{
    Config config;
    config.limits = relayLimits();
    config.signingKey = environment("LECTERN_RELAY_SIGNING_KEY").value_or("");
    config.publicUrl = environment("LECTERN_RELAY_PUBLIC_URL").value_or("");
    config.nats.credentialsFile = environment("LECTERN_RELAY_NATS_CREDENTIALS").value_or("");
    config.nats.user = environment("LECTERN_RELAY_NATS_USER").value_or("");
    config.nats.password = environment("LECTERN_RELAY_NATS_PASSWORD").value_or("");
    Account account;
    account.id = environment("LECTERN_RELAY_ACCOUNT").value_or("default");
    const auto secret = environment("LECTERN_RELAY_WEBHOOK_SECRET");
    if (secret && !secret->empty())
        account.secrets.push_back(*secret);
    account.verificationToken = environment("LECTERN_RELAY_VERIFICATION_TOKEN").value_or("");
    if (!account.secrets.empty() || !account.verificationToken.empty())
        config.accounts.push_back(std::move(account));
    return checked(std::move(config));
}

Result<Config> readConfig(const std::filesystem::path &file, const Environment &environment)
{
    auto config = readConfig(environment);
    if (!config)
        return config;
    try {
        return checked(ConfigFile(file, environment).read(std::move(*config)));
    } catch (const ConfigError &error) {
        return failure(ErrorCode::Invalid, file.string() + ": " + error.what());
    } catch (const nlohmann::json::exception &error) {
        return failure(ErrorCode::Invalid, file.string() + ": " + error.what());
    }
}

} // namespace lectern::relay
