// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/school/life.h"

#include "sandbox/media/recording.h"

#include <memory>

namespace lectern::sandbox::school {

namespace {

using std::chrono::seconds;

/// Says when the next step of something is due: at most one a call, however long ago the last one was.
class Rhythm
{
public:
    explicit Rhythm(seconds interval)
        : m_interval(interval)
    { }

    bool beats(Moment now)
    {
        if (m_last && now - *m_last < m_interval)
            return false;
        m_last = now;
        return true;
    }

private:
    seconds m_interval;
    std::optional<Moment> m_last;
};

template <typename Part>
void repeat(World &world, seconds interval, Part part)
{
    world.onTick([rhythm = Rhythm(interval), part = std::move(part)](World &w) mutable {
        if (rhythm.beats(w.clock.now()))
            part.step(w);
    });
}

} // namespace

void bringToLife(World &world, std::uint64_t seed, const std::string &personaEmail)
{
    const json *persona = world.findUser(personaEmail);
    repeat(world, seconds{5}, Comings(seed + 1));
    repeat(world, seconds{10}, Hosts(persona ? persona->at("id").get<std::string>() : std::string()));
    repeat(world, seconds{45}, Newcomers(seed + 2));
    repeat(world, seconds{5}, Processing(seed + 3));
}

bool Processing::isDue(const std::string &what, Moment now)
{
    const auto [entry, isNew] = m_due.try_emplace(what, now + seconds{m_dice.between(60, 120)});
    return !isNew && now >= entry->second;
}

void Processing::step(World &world)
{
    const Moment now = world.clock.now();
    for (auto &[uuid, recording] : world.recordings) {
        if (recording.trashedAt)
            continue;
        if (isProcessing(recording)) {
            if (isDue(uuid, now))
                completeRecording(world, recording);
        } else if (!hasTranscript(recording) && isDue(uuid + " transcript", now)) {
            completeTranscript(world, recording);
        }
    }
}

} // namespace lectern::sandbox::school
