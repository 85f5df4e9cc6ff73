// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing of its own: the targets of the shared precompiled headers need one source.
