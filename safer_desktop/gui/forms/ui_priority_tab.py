# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'priority_tab.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QHBoxLayout, QHeaderView,
    QLabel, QListView, QPushButton, QScrollArea,
    QSizePolicy, QSpacerItem, QSplitter, QTabWidget,
    QTableView, QVBoxLayout, QWidget)

class Ui_PriorityTab(object):
    def setupUi(self, PriorityTab):
        if not PriorityTab.objectName():
            PriorityTab.setObjectName(u"PriorityTab")
        PriorityTab.resize(1366, 620)
        self.layout = QHBoxLayout(PriorityTab)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(0, 0, 0, 0)
        self.columns = QSplitter(PriorityTab)
        self.columns.setObjectName(u"columns")
        self.columns.setOrientation(Qt.Orientation.Horizontal)
        self.columns.setChildrenCollapsible(False)
        self.left = QSplitter(self.columns)
        self.left.setObjectName(u"left")
        self.left.setOrientation(Qt.Orientation.Vertical)
        self.left.setChildrenCollapsible(False)
        self.scorecard_side = QWidget(self.left)
        self.scorecard_side.setObjectName(u"scorecard_side")
        self.scorecard_layout = QVBoxLayout(self.scorecard_side)
        self.scorecard_layout.setSpacing(2)
        self.scorecard_layout.setObjectName(u"scorecard_layout")
        self.scorecard_layout.setContentsMargins(16, 12, 16, 8)
        self.heading = QLabel(self.scorecard_side)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setProperty(u"role", u"heading")

        self.scorecard_layout.addWidget(self.heading)

        self.subheading = QLabel(self.scorecard_side)
        self.subheading.setObjectName(u"subheading")
        self.subheading.setWordWrap(True)
        self.subheading.setTextFormat(Qt.TextFormat.PlainText)
        self.subheading.setProperty(u"role", u"caption")

        self.scorecard_layout.addWidget(self.subheading)

        self.scorecard = QListView(self.scorecard_side)
        self.scorecard.setObjectName(u"scorecard")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.scorecard.sizePolicy().hasHeightForWidth())
        self.scorecard.setSizePolicy(sizePolicy)
        self.scorecard.setMinimumSize(QSize(340, 90))
        self.scorecard.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.scorecard.setMouseTracking(True)
        self.scorecard.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scorecard.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.scorecard.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.scorecard.setUniformItemSizes(True)

        self.scorecard_layout.addWidget(self.scorecard)

        self.left.addWidget(self.scorecard_side)
        self.draft_side = QWidget(self.left)
        self.draft_side.setObjectName(u"draft_side")
        self.draft_layout = QVBoxLayout(self.draft_side)
        self.draft_layout.setSpacing(4)
        self.draft_layout.setObjectName(u"draft_layout")
        self.draft_layout.setContentsMargins(16, 8, 8, 8)
        self.draft_heading = QLabel(self.draft_side)
        self.draft_heading.setObjectName(u"draft_heading")
        self.draft_heading.setProperty(u"role", u"heading")

        self.draft_layout.addWidget(self.draft_heading)

        self.drafts = QScrollArea(self.draft_side)
        self.drafts.setObjectName(u"drafts")
        self.drafts.setMinimumSize(QSize(0, 120))
        self.drafts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.drafts.setWidgetResizable(True)
        self.drafts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.drafts_inside = QWidget()
        self.drafts_inside.setObjectName(u"drafts_inside")
        self.drafts_layout = QVBoxLayout(self.drafts_inside)
        self.drafts_layout.setSpacing(12)
        self.drafts_layout.setObjectName(u"drafts_layout")
        self.drafts_layout.setContentsMargins(0, 0, 8, 0)
        self.drafts.setWidget(self.drafts_inside)

        self.draft_layout.addWidget(self.drafts)

        self.left.addWidget(self.draft_side)
        self.columns.addWidget(self.left)
        self.right = QSplitter(self.columns)
        self.right.setObjectName(u"right")
        self.right.setOrientation(Qt.Orientation.Vertical)
        self.right.setChildrenCollapsible(False)
        self.trend_side = QWidget(self.right)
        self.trend_side.setObjectName(u"trend_side")
        self.trend_layout = QVBoxLayout(self.trend_side)
        self.trend_layout.setSpacing(4)
        self.trend_layout.setObjectName(u"trend_layout")
        self.trend_layout.setContentsMargins(16, 12, 16, 4)
        self.read_out = QLabel(self.trend_side)
        self.read_out.setObjectName(u"read_out")
        self.read_out.setMinimumSize(QSize(0, 18))
        self.read_out.setTextFormat(Qt.TextFormat.PlainText)
        self.read_out.setProperty(u"role", u"caption")

        self.trend_layout.addWidget(self.read_out)

        self.comparator = QLabel(self.trend_side)
        self.comparator.setObjectName(u"comparator")
        self.comparator.setWordWrap(True)
        self.comparator.setTextFormat(Qt.TextFormat.PlainText)
        self.comparator.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.comparator.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard|Qt.TextInteractionFlag.TextSelectableByMouse)

        self.trend_layout.addWidget(self.comparator)

        self.right.addWidget(self.trend_side)
        self.lower = QTabWidget(self.right)
        self.lower.setObjectName(u"lower")
        self.lower.setDocumentMode(True)
        self.districts_page = QWidget()
        self.districts_page.setObjectName(u"districts_page")
        self.districts_layout = QVBoxLayout(self.districts_page)
        self.districts_layout.setObjectName(u"districts_layout")
        self.districts_layout.setContentsMargins(16, 8, 16, 8)
        self.lower.addTab(self.districts_page, "")
        self.details_page = QWidget()
        self.details_page.setObjectName(u"details_page")
        self.details_layout = QVBoxLayout(self.details_page)
        self.details_layout.setSpacing(8)
        self.details_layout.setObjectName(u"details_layout")
        self.details_layout.setContentsMargins(16, 8, 16, 8)
        self.details = QTableView(self.details_page)
        self.details.setObjectName(u"details")
        self.details.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.details.setStyleSheet(u"QTableView::item { padding: 4px; }")
        self.details.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.details.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.details.setTabKeyNavigation(False)
        self.details.setShowGrid(False)
        self.details.setWordWrap(True)
        self.details.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

        self.details_layout.addWidget(self.details)

        self.details_buttons = QHBoxLayout()
        self.details_buttons.setObjectName(u"details_buttons")
        self.explain = QPushButton(self.details_page)
        self.explain.setObjectName(u"explain")

        self.details_buttons.addWidget(self.explain)

        self.origin = QPushButton(self.details_page)
        self.origin.setObjectName(u"origin")

        self.details_buttons.addWidget(self.origin)

        self.copy_details = QPushButton(self.details_page)
        self.copy_details.setObjectName(u"copy_details")

        self.details_buttons.addWidget(self.copy_details)

        self.details_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.details_buttons.addItem(self.details_space)


        self.details_layout.addLayout(self.details_buttons)

        self.lower.addTab(self.details_page, "")
        self.right.addWidget(self.lower)
        self.columns.addWidget(self.right)

        self.layout.addWidget(self.columns)

        QWidget.setTabOrder(self.scorecard, self.lower)
        QWidget.setTabOrder(self.lower, self.details)
        QWidget.setTabOrder(self.details, self.explain)
        QWidget.setTabOrder(self.explain, self.origin)
        QWidget.setTabOrder(self.origin, self.copy_details)

        self.retranslateUi(PriorityTab)

        QMetaObject.connectSlotsByName(PriorityTab)
    # setupUi

    def retranslateUi(self, PriorityTab):
#if QT_CONFIG(accessibility)
        self.scorecard.setAccessibleName(QCoreApplication.translate("PriorityTab", u"Scorecard of the priority's indicators", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.scorecard.setAccessibleDescription(QCoreApplication.translate("PriorityTab", u"The selected indicator is shown in the charts beside the list", None))
#endif // QT_CONFIG(accessibility)
        self.draft_heading.setText(QCoreApplication.translate("PriorityTab", u"Draft for the paper", None))
#if QT_CONFIG(accessibility)
        self.drafts.setAccessibleName(QCoreApplication.translate("PriorityTab", u"Paragraphs of the paper under this priority", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.read_out.setAccessibleName(QCoreApplication.translate("PriorityTab", u"Point that is read out", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.comparator.setAccessibleName(QCoreApplication.translate("PriorityTab", u"Comparator", None))
#endif // QT_CONFIG(accessibility)
        self.lower.setTabText(self.lower.indexOf(self.districts_page), QCoreApplication.translate("PriorityTab", u"&Districts", None))
#if QT_CONFIG(accessibility)
        self.details.setAccessibleName(QCoreApplication.translate("PriorityTab", u"The figure in full", None))
#endif // QT_CONFIG(accessibility)
        self.explain.setText(QCoreApplication.translate("PriorityTab", u"&How was this worked out?", None))
#if QT_CONFIG(tooltip)
        self.explain.setToolTip(QCoreApplication.translate("PriorityTab", u"Method, formula with its numbers, test and published source (Ctrl+H)", None))
#endif // QT_CONFIG(tooltip)
        self.origin.setText(QCoreApplication.translate("PriorityTab", u"&Where does this come from?", None))
#if QT_CONFIG(tooltip)
        self.origin.setToolTip(QCoreApplication.translate("PriorityTab", u"Show file, sheet and cell of the selected figure, or of all of them", None))
#endif // QT_CONFIG(tooltip)
        self.copy_details.setText(QCoreApplication.translate("PriorityTab", u"Cop&y the table", None))
        self.lower.setTabText(self.lower.indexOf(self.details_page), QCoreApplication.translate("PriorityTab", u"The figure in f&ull", None))
        pass
    # retranslateUi

