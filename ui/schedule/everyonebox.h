// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>

namespace lectern::ui {

/// "Register everyone": there only where a meeting is for learners, off where its host cannot have them
/// registered.
class EveryoneBox : public QCheckBox
{
    Q_OBJECT

public:
    explicit EveryoneBox(QWidget *parent = nullptr);

    /// Whether this form asks at all.
    void setOffered(bool offered);
    void setLearners(int learners);
    /// Zoom registers people for licensed hosts only.
    void setPossible(bool possible);
    [[nodiscard]] bool isWanted() const;

private:
    void showState();

    int m_learners = 0;
    bool m_isOffered = false;
    bool m_isPossible = true;
};

} // namespace lectern::ui
