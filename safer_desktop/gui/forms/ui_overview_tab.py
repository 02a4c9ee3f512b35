# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'overview_tab.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QFrame, QHBoxLayout,
    QHeaderView, QLabel, QListView, QPushButton,
    QSizePolicy, QSpacerItem, QTableView, QToolButton,
    QVBoxLayout, QWidget)

from safer_desktop.gui.widgets.chips import ChipLabel

class Ui_OverviewTab(object):
    def setupUi(self, OverviewTab):
        if not OverviewTab.objectName():
            OverviewTab.setObjectName(u"OverviewTab")
        OverviewTab.resize(1366, 600)
        self.row = QHBoxLayout(OverviewTab)
        self.row.setSpacing(0)
        self.row.setObjectName(u"row")
        self.row.setContentsMargins(0, 0, 0, 0)
        self.main = QVBoxLayout()
        self.main.setSpacing(2)
        self.main.setObjectName(u"main")
        self.main.setContentsMargins(12, 12, 4, 4)
        self.words = QVBoxLayout()
        self.words.setSpacing(2)
        self.words.setObjectName(u"words")
        self.words.setContentsMargins(8, 0, 8, 8)
        self.headline = QLabel(OverviewTab)
        self.headline.setObjectName(u"headline")
        self.headline.setProperty(u"role", u"title")
        self.headline.setWordWrap(True)
        self.headline.setTextFormat(Qt.TextFormat.PlainText)
        self.headline.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.words.addWidget(self.headline)

        self.below = QHBoxLayout()
        self.below.setSpacing(4)
        self.below.setObjectName(u"below")
        self.subline = QLabel(OverviewTab)
        self.subline.setObjectName(u"subline")
        self.subline.setProperty(u"role", u"muted")
        self.subline.setWordWrap(True)
        self.subline.setTextFormat(Qt.TextFormat.PlainText)
        self.subline.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.below.addWidget(self.subline)

        self.as_indicators = QToolButton(OverviewTab)
        self.as_indicators.setObjectName(u"as_indicators")
#if QT_CONFIG(shortcut)
        self.as_indicators.setShortcut(u"Alt+Shift+I")
#endif // QT_CONFIG(shortcut)
        self.as_indicators.setCheckable(True)
        self.as_indicators.setChecked(True)
        self.as_indicators.setAutoExclusive(True)
        self.as_indicators.setProperty(u"role", u"chart")

        self.below.addWidget(self.as_indicators)

        self.as_areas = QToolButton(OverviewTab)
        self.as_areas.setObjectName(u"as_areas")
#if QT_CONFIG(shortcut)
        self.as_areas.setShortcut(u"Alt+Shift+A")
#endif // QT_CONFIG(shortcut)
        self.as_areas.setCheckable(True)
        self.as_areas.setChecked(False)
        self.as_areas.setAutoExclusive(True)
        self.as_areas.setProperty(u"role", u"chart")

        self.below.addWidget(self.as_areas)

        self.below.setStretch(0, 1)

        self.words.addLayout(self.below)


        self.main.addLayout(self.words)

        self.table = QTableView(OverviewTab)
        self.table.setObjectName(u"table")
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setMouseTracking(True)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.verticalHeader().setVisible(False)

        self.main.addWidget(self.table)


        self.row.addLayout(self.main)

        self.side = QFrame(OverviewTab)
        self.side.setObjectName(u"side")
        self.side.setProperty(u"role", u"side")
        self.side.setMinimumSize(QSize(240, 0))
        self.side.setMaximumSize(QSize(256, 16777215))
        self.side_column = QVBoxLayout(self.side)
        self.side_column.setSpacing(4)
        self.side_column.setObjectName(u"side_column")
        self.side_column.setContentsMargins(12, 12, 12, 8)
        self.quarter = QLabel(self.side)
        self.quarter.setObjectName(u"quarter")
        self.quarter.setProperty(u"role", u"heading")
        self.quarter.setWordWrap(True)
        self.quarter.setTextFormat(Qt.TextFormat.PlainText)

        self.side_column.addWidget(self.quarter)

        self.load_row = QHBoxLayout()
        self.load_row.setSpacing(8)
        self.load_row.setObjectName(u"load_row")
        self.load = QPushButton(self.side)
        self.load.setObjectName(u"load")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.load.sizePolicy().hasHeightForWidth())
        self.load.setSizePolicy(sizePolicy)
        self.load.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.load.setProperty(u"role", u"step")

        self.load_row.addWidget(self.load)

        self.load_state = ChipLabel(self.side)
        self.load_state.setObjectName(u"load_state")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.load_state.sizePolicy().hasHeightForWidth())
        self.load_state.setSizePolicy(sizePolicy1)

        self.load_row.addWidget(self.load_state)


        self.side_column.addLayout(self.load_row)

        self.load_rule = QFrame(self.side)
        self.load_rule.setObjectName(u"load_rule")
        self.load_rule.setProperty(u"role", u"rule")

        self.side_column.addWidget(self.load_rule)

        self.check_row = QHBoxLayout()
        self.check_row.setSpacing(8)
        self.check_row.setObjectName(u"check_row")
        self.check = QPushButton(self.side)
        self.check.setObjectName(u"check")
        sizePolicy.setHeightForWidth(self.check.sizePolicy().hasHeightForWidth())
        self.check.setSizePolicy(sizePolicy)
        self.check.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.check.setProperty(u"role", u"step")

        self.check_row.addWidget(self.check)

        self.check_state = ChipLabel(self.side)
        self.check_state.setObjectName(u"check_state")
        sizePolicy1.setHeightForWidth(self.check_state.sizePolicy().hasHeightForWidth())
        self.check_state.setSizePolicy(sizePolicy1)

        self.check_row.addWidget(self.check_state)


        self.side_column.addLayout(self.check_row)

        self.check_rule = QFrame(self.side)
        self.check_rule.setObjectName(u"check_rule")
        self.check_rule.setProperty(u"role", u"rule")

        self.side_column.addWidget(self.check_rule)

        self.score_row = QHBoxLayout()
        self.score_row.setSpacing(8)
        self.score_row.setObjectName(u"score_row")
        self.score = QPushButton(self.side)
        self.score.setObjectName(u"score")
        sizePolicy.setHeightForWidth(self.score.sizePolicy().hasHeightForWidth())
        self.score.setSizePolicy(sizePolicy)
        self.score.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.score.setProperty(u"role", u"step")

        self.score_row.addWidget(self.score)

        self.score_state = ChipLabel(self.side)
        self.score_state.setObjectName(u"score_state")
        sizePolicy1.setHeightForWidth(self.score_state.sizePolicy().hasHeightForWidth())
        self.score_state.setSizePolicy(sizePolicy1)

        self.score_row.addWidget(self.score_state)


        self.side_column.addLayout(self.score_row)

        self.score_rule = QFrame(self.side)
        self.score_rule.setObjectName(u"score_rule")
        self.score_rule.setProperty(u"role", u"rule")

        self.side_column.addWidget(self.score_rule)

        self.write_row = QHBoxLayout()
        self.write_row.setSpacing(8)
        self.write_row.setObjectName(u"write_row")
        self.write = QPushButton(self.side)
        self.write.setObjectName(u"write")
        sizePolicy.setHeightForWidth(self.write.sizePolicy().hasHeightForWidth())
        self.write.setSizePolicy(sizePolicy)
        self.write.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.write.setProperty(u"role", u"step")

        self.write_row.addWidget(self.write)

        self.write_state = ChipLabel(self.side)
        self.write_state.setObjectName(u"write_state")
        sizePolicy1.setHeightForWidth(self.write_state.sizePolicy().hasHeightForWidth())
        self.write_state.setSizePolicy(sizePolicy1)

        self.write_row.addWidget(self.write_state)


        self.side_column.addLayout(self.write_row)

        self.write_rule = QFrame(self.side)
        self.write_rule.setObjectName(u"write_rule")
        self.write_rule.setProperty(u"role", u"rule")

        self.side_column.addWidget(self.write_rule)

        self.gap = QSpacerItem(0, 12, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.side_column.addItem(self.gap)

        self.eye = QLabel(self.side)
        self.eye.setObjectName(u"eye")
        self.eye.setProperty(u"role", u"heading")
        self.eye.setWordWrap(True)
        self.eye.setTextFormat(Qt.TextFormat.PlainText)

        self.side_column.addWidget(self.eye)

        self.nothing = QLabel(self.side)
        self.nothing.setObjectName(u"nothing")
        self.nothing.setProperty(u"role", u"muted")
        self.nothing.setWordWrap(True)
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)

        self.side_column.addWidget(self.nothing)

        self.attention = QListView(self.side)
        self.attention.setObjectName(u"attention")
        self.attention.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.attention.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.attention.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.attention.setResizeMode(QListView.ResizeMode.Adjust)
        self.attention.setSpacing(0)
        self.attention.setMouseTracking(True)

        self.side_column.addWidget(self.attention)


        self.row.addWidget(self.side)


        self.retranslateUi(OverviewTab)

        QMetaObject.connectSlotsByName(OverviewTab)
    # setupUi

    def retranslateUi(self, OverviewTab):
        self.as_indicators.setText(QCoreApplication.translate("OverviewTab", u"Indicators", None))
#if QT_CONFIG(tooltip)
        self.as_indicators.setToolTip(QCoreApplication.translate("OverviewTab", u"Show one row per indicator (Alt+Shift+I)", None))
#endif // QT_CONFIG(tooltip)
        self.as_areas.setText(QCoreApplication.translate("OverviewTab", u"Areas", None))
#if QT_CONFIG(tooltip)
        self.as_areas.setToolTip(QCoreApplication.translate("OverviewTab", u"Show every indicator in every area (Alt+Shift+A)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("OverviewTab", u"Dashboard of all indicators", None))
#endif // QT_CONFIG(accessibility)
        self.quarter.setText(QCoreApplication.translate("OverviewTab", u"This quarter", None))
        self.load.setText(QCoreApplication.translate("OverviewTab", u"Load", None))
#if QT_CONFIG(tooltip)
        self.load.setToolTip(QCoreApplication.translate("OverviewTab", u"Go to the sources", None))
#endif // QT_CONFIG(tooltip)
        self.check.setText(QCoreApplication.translate("OverviewTab", u"Check", None))
#if QT_CONFIG(tooltip)
        self.check.setToolTip(QCoreApplication.translate("OverviewTab", u"Go to the sources", None))
#endif // QT_CONFIG(tooltip)
        self.score.setText(QCoreApplication.translate("OverviewTab", u"Score", None))
#if QT_CONFIG(tooltip)
        self.score.setToolTip(QCoreApplication.translate("OverviewTab", u"Go to the risk/harm matrix", None))
#endif // QT_CONFIG(tooltip)
        self.write.setText(QCoreApplication.translate("OverviewTab", u"Write", None))
#if QT_CONFIG(tooltip)
        self.write.setToolTip(QCoreApplication.translate("OverviewTab", u"Go to the report", None))
#endif // QT_CONFIG(tooltip)
        self.eye.setText(QCoreApplication.translate("OverviewTab", u"What needs your eye", None))
        self.nothing.setText(QCoreApplication.translate("OverviewTab", u"Nothing stands out.", None))
#if QT_CONFIG(accessibility)
        self.attention.setAccessibleName(QCoreApplication.translate("OverviewTab", u"What needs your eye", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

