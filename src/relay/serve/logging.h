// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lectern::relay {

enum class Verbosity { Usual, Everything };

/// Lines of key=value on standard error: what is logged names events, reasons and counts; never a secret, a
/// token, a body or a person.
void setUpLogging(Verbosity verbosity);

} // namespace lectern::relay
