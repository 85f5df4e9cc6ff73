// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/media/transcript.h"

#include <array>
#include <cstdio>

namespace lectern::sandbox::media {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// clang-format off
constexpr auto hostLines = std::to_array<std::string_view>({
    "Let's look at that drawing again, slowly this time.",
    "That is the right question. Who has an idea?",
    "Write this one down, it will come back in the exam.",
    "Don't worry about the exact number, look at the direction.",
    "Can everybody see my screen now?",
    "We take two minutes for this, then we compare.",
    "Nearly. What happens if we leave that part out?",
    "Good, and now in your own words.",
    "I will put the page number into the chat.",
    "Let's stop here for a moment and sum up.",
});

constexpr auto otherLines = std::to_array<std::string_view>({
    "Could you repeat the last step, please?",
    "I think it goes up first and then it levels off.",
    "Is that the same as the example from last week?",
    "Sorry, my microphone was off.",
    "Do we have to know the names by heart?",
    "We found a different answer in our group.",
    "So the energy has to come from somewhere.",
    "I can see it, thank you.",
    "Why does it not simply stop there?",
    "Oh. Now I understand.",
});

constexpr auto chatLines = std::to_array<std::string_view>({
    "good morning!", "page 84, thank you", "the sound is fine now", "is this in the mock exam?",
    "our group is done", "could you share the slides?", "merci !", "¡gracias!", "see you on Thursday",
});
// clang-format on

std::string timestamp(milliseconds at)
{
    const long long ms = at.count();
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%02lld:%02lld:%02lld.%03lld", ms / 3'600'000, ms / 60'000 % 60,
        ms / 1000 % 60, ms % 1000);
    return text.data();
}

class Cues
{
public:
    void add(milliseconds from, milliseconds to, const std::string &speaker, std::string_view words)
    {
        m_text += "\n" + std::to_string(++m_count) + "\n" + timestamp(from) + " --> " + timestamp(to) + "\n"
            + speaker + ": " + std::string(words) + "\n";
    }
    [[nodiscard]] std::string text() const { return "WEBVTT\n" + m_text; }

private:
    std::string m_text;
    int m_count = 0;
};

/// Every other line is the host's; the rest go round the others.
void addTalk(Cues &cues, const Lesson &lesson, school::Dice &dice)
{
    milliseconds at{6000};
    for (bool hostSpeaks = true; at < lesson.length - seconds{20}; hostSpeaks = !hostSpeaks) {
        const bool host = hostSpeaks || lesson.speakers.size() < 2;
        const std::size_t who = host ? 0 : 1 + dice.roll(lesson.speakers.size() - 1);
        const std::string_view words =
            host ? hostLines[dice.roll(hostLines.size())] : otherLines[dice.roll(otherLines.size())];
        const milliseconds length{1200 + 55 * static_cast<int>(words.size())};
        cues.add(at, at + length, lesson.speakers[who], words);
        at += length + milliseconds{dice.between(20'000, 110'000)};
    }
}

} // namespace

std::string transcript(const Lesson &lesson, school::Dice &dice)
{
    Cues cues;
    const std::string &host = lesson.speakers.front();
    cues.add(milliseconds{900}, milliseconds{4800}, host, "Welcome, everybody. Today: " + lesson.topic + ".");
    addTalk(cues, lesson, dice);
    if (lesson.length > seconds{30})
        cues.add(lesson.length - seconds{9}, lesson.length - seconds{4}, host,
            "That's all for today. See you next time.");
    return cues.text();
}

std::string chat(const Lesson &lesson, school::Dice &dice)
{
    std::string text;
    const int lines = 3 + static_cast<int>(dice.roll(6));
    for (int i = 0; i < lines; ++i) {
        const seconds at = lesson.length * i / lines + seconds{5};
        const std::string &who = lesson.speakers[dice.roll(lesson.speakers.size())];
        text += timestamp(at).substr(0, 8) + "\t" + who + ":\t"
            + std::string(chatLines[dice.roll(chatLines.size())]) + "\r\n";
    }
    return text;
}

} // namespace lectern::sandbox::media
