// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/school/dice.h"
#include "sandbox/world.h"

#include <map>
#include <string>

/// What goes on at the school without anybody at the keyboard. Every part is called with the moments of
/// the sandbox's clock, decides by its dice, and changes the world through the functions the API uses,
/// so that each change is told as an event.
namespace lectern::sandbox::school {

/// Registers all of the below with the world's ticks. The meetings of the persona, whom the person at
/// the desktop plays, are neither started nor ended here.
void bringToLife(World &world, std::uint64_t seed, const std::string &personaEmail);

/// Participants come to and leave the meetings that are on.
class Comings
{
public:
    explicit Comings(std::uint64_t seed)
        : m_dice(seed)
    { }
    void step(World &world);

private:
    void stir(World &world, MeetingState &meeting);

    Dice m_dice;
};

/// Most hosts start their meetings around the hour they are planned for, and end them around the end.
class Hosts
{
public:
    explicit Hosts(std::string persona)
        : m_persona(std::move(persona))
    { }
    void step(World &world);

private:
    void startWhereDue(World &world, MeetingState &meeting, Moment start) const;
    void endWhereDue(World &world, MeetingState &meeting) const;

    std::string m_persona; ///< user id
};

/// Now and then somebody registers for a meeting to come.
class Newcomers
{
public:
    explicit Newcomers(std::uint64_t seed)
        : m_dice(seed)
    { }
    void step(World &world);

private:
    Dice m_dice;
};

/// A recording is ready a minute or two after it was first seen; its transcript takes another minute.
class Processing
{
public:
    explicit Processing(std::uint64_t seed)
        : m_dice(seed)
    { }
    void step(World &world);

private:
    [[nodiscard]] bool isDue(const std::string &what, Moment now);

    Dice m_dice;
    std::map<std::string, Moment> m_due;
};

} // namespace lectern::sandbox::school
