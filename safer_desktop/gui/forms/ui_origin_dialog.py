# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'origin_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractButton, QAbstractItemView, QApplication, QDialog,
    QDialogButtonBox, QHBoxLayout, QHeaderView, QLabel,
    QLineEdit, QPlainTextEdit, QPushButton, QSizePolicy,
    QSpacerItem, QSplitter, QStackedWidget, QTableView,
    QTreeView, QVBoxLayout, QWidget)

from safer_desktop.gui.widgets.picture_view import PictureView

class Ui_OriginDialog(object):
    def setupUi(self, OriginDialog):
        if not OriginDialog.objectName():
            OriginDialog.setObjectName(u"OriginDialog")
        OriginDialog.resize(1240, 660)
        OriginDialog.setSizeGripEnabled(True)
        self.layout = QVBoxLayout(OriginDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 12, 16, 12)
        self.heading = QLabel(OriginDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.layout.addWidget(self.heading)

        self.summary = QLabel(OriginDialog)
        self.summary.setObjectName(u"summary")
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)

        self.layout.addWidget(self.summary)

        self.columns = QSplitter(OriginDialog)
        self.columns.setObjectName(u"columns")
        self.columns.setOrientation(Qt.Orientation.Horizontal)
        self.columns.setChildrenCollapsible(False)
        self.left = QSplitter(self.columns)
        self.left.setObjectName(u"left")
        self.left.setOrientation(Qt.Orientation.Vertical)
        self.left.setChildrenCollapsible(False)
        self.chain_side = QWidget(self.left)
        self.chain_side.setObjectName(u"chain_side")
        self.chain_layout = QVBoxLayout(self.chain_side)
        self.chain_layout.setSpacing(8)
        self.chain_layout.setObjectName(u"chain_layout")
        self.chain_layout.setContentsMargins(0, 0, 8, 4)
        self.filter_row = QHBoxLayout()
        self.filter_row.setObjectName(u"filter_row")
        self.filter_label = QLabel(self.chain_side)
        self.filter_label.setObjectName(u"filter_label")

        self.filter_row.addWidget(self.filter_label)

        self.filter = QLineEdit(self.chain_side)
        self.filter.setObjectName(u"filter")
        self.filter.setClearButtonEnabled(True)

        self.filter_row.addWidget(self.filter)


        self.chain_layout.addLayout(self.filter_row)

        self.steps = QTreeView(self.chain_side)
        self.steps.setObjectName(u"steps")
        self.steps.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.steps.setUniformRowHeights(True)
        self.steps.setAllColumnsShowFocus(True)
        self.steps.setExpandsOnDoubleClick(True)

        self.chain_layout.addWidget(self.steps)

        self.left.addWidget(self.chain_side)
        self.how_side = QWidget(self.left)
        self.how_side.setObjectName(u"how_side")
        self.how_layout = QVBoxLayout(self.how_side)
        self.how_layout.setSpacing(4)
        self.how_layout.setObjectName(u"how_layout")
        self.how_layout.setContentsMargins(0, 4, 8, 0)
        self.how_label = QLabel(self.how_side)
        self.how_label.setObjectName(u"how_label")

        self.how_layout.addWidget(self.how_label)

        self.how = QPlainTextEdit(self.how_side)
        self.how.setObjectName(u"how")
        self.how.setTabChangesFocus(True)
        self.how.setReadOnly(True)

        self.how_layout.addWidget(self.how)

        self.left.addWidget(self.how_side)
        self.columns.addWidget(self.left)
        self.right = QSplitter(self.columns)
        self.right.setObjectName(u"right")
        self.right.setOrientation(Qt.Orientation.Vertical)
        self.right.setChildrenCollapsible(False)
        self.sheet_side = QWidget(self.right)
        self.sheet_side.setObjectName(u"sheet_side")
        self.sheet_layout = QVBoxLayout(self.sheet_side)
        self.sheet_layout.setSpacing(4)
        self.sheet_layout.setObjectName(u"sheet_layout")
        self.sheet_layout.setContentsMargins(8, 0, 0, 4)
        self.sheet_label = QLabel(self.sheet_side)
        self.sheet_label.setObjectName(u"sheet_label")
        self.sheet_label.setWordWrap(True)
        self.sheet_label.setTextFormat(Qt.TextFormat.PlainText)

        self.sheet_layout.addWidget(self.sheet_label)

        self.sheets = QStackedWidget(self.sheet_side)
        self.sheets.setObjectName(u"sheets")
        self.sheet = PictureView()
        self.sheet.setObjectName(u"sheet")
        self.sheets.addWidget(self.sheet)
        self.no_sheet = QLabel()
        self.no_sheet.setObjectName(u"no_sheet")
        self.no_sheet.setWordWrap(True)
        self.no_sheet.setTextFormat(Qt.TextFormat.PlainText)
        self.no_sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.no_sheet.setMargin(24)
        self.sheets.addWidget(self.no_sheet)

        self.sheet_layout.addWidget(self.sheets)

        self.right.addWidget(self.sheet_side)
        self.facts_side = QWidget(self.right)
        self.facts_side.setObjectName(u"facts_side")
        self.facts_layout = QVBoxLayout(self.facts_side)
        self.facts_layout.setSpacing(4)
        self.facts_layout.setObjectName(u"facts_layout")
        self.facts_layout.setContentsMargins(8, 4, 0, 0)
        self.facts = QTableView(self.facts_side)
        self.facts.setObjectName(u"facts")
        self.facts.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.facts.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.facts.setShowGrid(False)
        self.facts.setTabKeyNavigation(False)

        self.facts_layout.addWidget(self.facts)

        self.right.addWidget(self.facts_side)
        self.columns.addWidget(self.right)

        self.layout.addWidget(self.columns)

        self.button_row = QHBoxLayout()
        self.button_row.setObjectName(u"button_row")
        self.explain = QPushButton(OriginDialog)
        self.explain.setObjectName(u"explain")
        self.explain.setAutoDefault(False)

        self.button_row.addWidget(self.explain)

        self.copy = QPushButton(OriginDialog)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.button_row.addWidget(self.copy)

        self.copy_hash = QPushButton(OriginDialog)
        self.copy_hash.setObjectName(u"copy_hash")
        self.copy_hash.setAutoDefault(False)

        self.button_row.addWidget(self.copy_hash)

        self.said = QLabel(OriginDialog)
        self.said.setObjectName(u"said")

        self.button_row.addWidget(self.said)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.space)

        self.buttons = QDialogButtonBox(OriginDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Close)

        self.button_row.addWidget(self.buttons)


        self.layout.addLayout(self.button_row)

        self.layout.setStretch(2, 1)
#if QT_CONFIG(shortcut)
        self.filter_label.setBuddy(self.filter)
        self.how_label.setBuddy(self.how)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.steps, self.filter)
        QWidget.setTabOrder(self.filter, self.how)
        QWidget.setTabOrder(self.how, self.sheet)
        QWidget.setTabOrder(self.sheet, self.facts)
        QWidget.setTabOrder(self.facts, self.explain)
        QWidget.setTabOrder(self.explain, self.copy)
        QWidget.setTabOrder(self.copy, self.copy_hash)

        self.retranslateUi(OriginDialog)
        self.buttons.rejected.connect(OriginDialog.reject)

        QMetaObject.connectSlotsByName(OriginDialog)
    # setupUi

    def retranslateUi(self, OriginDialog):
        OriginDialog.setWindowTitle(QCoreApplication.translate("OriginDialog", u"Where does this come from?", None))
        self.filter_label.setText(QCoreApplication.translate("OriginDialog", u"&Find:", None))
#if QT_CONFIG(accessibility)
        self.filter.setAccessibleName(QCoreApplication.translate("OriginDialog", u"Find in the steps and cells", None))
#endif // QT_CONFIG(accessibility)
        self.filter.setPlaceholderText(QCoreApplication.translate("OriginDialog", u"a month, an area, a number, a cell", None))
#if QT_CONFIG(accessibility)
        self.steps.setAccessibleName(QCoreApplication.translate("OriginDialog", u"Steps from the figure to its cells", None))
#endif // QT_CONFIG(accessibility)
        self.how_label.setText(QCoreApplication.translate("OriginDialog", u"How this step is &worked out", None))
#if QT_CONFIG(accessibility)
        self.how.setAccessibleName(QCoreApplication.translate("OriginDialog", u"How this step is worked out", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.sheet.setAccessibleName(QCoreApplication.translate("OriginDialog", u"The sheet, with the cells marked", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.facts.setAccessibleName(QCoreApplication.translate("OriginDialog", u"What is known of the cell and its file", None))
#endif // QT_CONFIG(accessibility)
        self.explain.setText(QCoreApplication.translate("OriginDialog", u"&How was this worked out?", None))
#if QT_CONFIG(tooltip)
        self.explain.setToolTip(QCoreApplication.translate("OriginDialog", u"Method, test and published source in plain words", None))
#endif // QT_CONFIG(tooltip)
        self.copy.setText(QCoreApplication.translate("OriginDialog", u"&Copy the chain", None))
        self.copy_hash.setText(QCoreApplication.translate("OriginDialog", u"Copy the &SHA-256", None))
#if QT_CONFIG(tooltip)
        self.copy_hash.setToolTip(QCoreApplication.translate("OriginDialog", u"Copy the file's fingerprint in full, to compare it with a file in hand", None))
#endif // QT_CONFIG(tooltip)
    # retranslateUi

