// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/school/attendance.h"

#include <algorithm>

namespace lectern::sandbox::school {

namespace {

using std::chrono::seconds;

class Rows
{
public:
    explicit Rows(Random &random)
        : m_random(random)
    { }

    void add(const Guest &guest, Moment joined, Moment left)
    {
        m_rows.push_back({{"id", guest.userId},
            {"user_id", std::to_string(16'778'240 + 1024 * m_rows.size())}, {"name", guest.name},
            {"user_email", guest.email}, {"registrant_id", guest.registrantId},
            {"participant_uuid", m_random.uuid()}, {"join_time", formatUtc(joined)},
            {"leave_time", formatUtc(left)}, {"duration", std::chrono::floor<seconds>(left - joined).count()},
            {"failover", false}, {"status", "in_meeting"}, {"internal_user", !guest.userId.empty()}});
    }

    [[nodiscard]] json inOrder()
    {
        std::ranges::stable_sort(
            m_rows, {}, [](const json &row) { return row.at("join_time").get<std::string>(); });
        return m_rows;
    }

private:
    Random &m_random;
    std::vector<json> m_rows;
};

/// In, out for a minute where the line broke, in again.
void addTwice(Rows &rows, Dice &dice, const Guest &guest, Moment joined, Moment left)
{
    const auto whole = std::chrono::floor<seconds>(left - joined);
    const Moment broke = joined + whole * dice.between(20, 60) / 100;
    rows.add(guest, joined, broke);
    rows.add(guest, broke + seconds{dice.between(20, 90)}, left);
}

void addGuest(Rows &rows, Dice &dice, const Guest &guest, Stretch stretch)
{
    const Moment joined = stretch.from + seconds{dice.between(5, 420)};
    const Moment left = stretch.to - seconds{dice.between(0, 100)};
    if (left - joined < std::chrono::minutes{5})
        rows.add(guest, stretch.from, stretch.to);
    else if (dice.chance(12))
        addTwice(rows, dice, guest, joined, left);
    else
        rows.add(guest, joined, left);
}

/// Somebody other than the host, or nobody.
std::string askerOf(const Instance &instance, Dice &dice)
{
    if (instance.participants.size() < 2)
        return {};
    return instance.participants[1 + dice.roll(instance.participants.size() - 1)].value("name", "");
}

json answer(Dice &dice, const std::string &question, std::initializer_list<const char *> choices, Moment when)
{
    const auto *choice = choices.begin() + dice.roll(choices.size());
    return {{"question", question}, {"answer", *choice}, {"polling_id", dice.letters(22)},
        {"date_time", formatUtc(when)}};
}

} // namespace

json attendance(
    Random &random, Dice &dice, const Guest &host, const std::vector<Guest> &guests, Stretch stretch)
{
    Rows rows(random);
    rows.add(host, stretch.from, stretch.to);
    for (const Guest &guest : guests)
        if (dice.chance(86))
            addGuest(rows, dice, guest, stretch);
    return rows.inOrder();
}

json attendanceSoFar(
    Random &random, Dice &dice, const Guest &host, const std::vector<Guest> &guests, Stretch stretch)
{
    json rows = attendance(random, dice, host, guests, stretch);
    const Moment justNow = stretch.to - seconds{101};
    for (json &row : rows) {
        if (*parseMoment(row.at("leave_time").get<std::string>(), "UTC") < justNow)
            continue;
        row.erase("leave_time");
        row.erase("duration");
    }
    return rows;
}

json pollAnswers(Dice &dice, const Instance &instance)
{
    json questions = json::array();
    if (!dice.chance(20))
        return questions;
    const Moment when = instance.startedAt + std::chrono::minutes{12};
    for (const json &row : instance.participants) {
        if (!row.value("id", "").empty())
            continue;
        json details =
            json::array({answer(dice, "Was the homework too long?", {"Yes", "No", "What homework?"}, when),
                answer(dice, "Shall we do another experiment?", {"Yes", "Yes, please"}, when)});
        questions.push_back({{"name", row.value("name", "")}, {"email", row.value("user_email", "")},
            {"question_details", std::move(details)}});
    }
    return questions;
}

json questionsAsked(Dice &dice, const Instance &instance)
{
    json questions = json::array();
    const std::string asker = askerOf(instance, dice);
    if (asker.empty() || !dice.chance(20))
        return questions;
    json details =
        json::array({{{"question", "Will this be in the exam?"}, {"answer", "A part of it, yes."}}});
    const bool hidden = dice.chance(30);
    questions.push_back(
        {{"name", hidden ? "Anonymous Attendee" : asker}, {"email", ""}, {"question_details", details}});
    return questions;
}

} // namespace lectern::sandbox::school
