// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowdelegate.h"

namespace lectern::ui {

/// The status of a registration as a chip.
class RegistrantStatusDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    [[nodiscard]] RowContent content(const QModelIndex &index) const override;
};

/// The button that copies a registrant's personal link.
class RegistrantLinkDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    [[nodiscard]] RowContent content(const QModelIndex &index) const override;
};

} // namespace lectern::ui
