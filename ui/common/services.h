// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lectern {
class Clock;
}

namespace lectern::models {
class StoreReader;
class Viewer;
} // namespace lectern::models

namespace lectern::sync {
class Commands;
}

namespace lectern::ui {

class EntryController;
class LinkOpener;
class Notices;
class Prompts;

/// What pages and dialogs work with, made by app and handed down; all of it outlives them.
struct Services
{
    sync::Commands &commands;
    models::StoreReader &reader;
    models::Viewer &viewer;
    const Clock &clock;
    Prompts &prompts;
    EntryController &entry;
    LinkOpener &opener;
    Notices &notices;
};

} // namespace lectern::ui
