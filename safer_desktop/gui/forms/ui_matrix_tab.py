# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'matrix_tab.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QFrame, QHBoxLayout,
    QHeaderView, QLabel, QLineEdit, QSizePolicy,
    QSpacerItem, QSplitter, QToolButton, QVBoxLayout,
    QWidget)

from safer_desktop.gui.widgets.matrix_view import MatrixView
from safer_desktop.gui.widgets.side_pages import SidePages

class Ui_MatrixTab(object):
    def setupUi(self, MatrixTab):
        if not MatrixTab.objectName():
            MatrixTab.setObjectName(u"MatrixTab")
        MatrixTab.resize(1366, 620)
        self.layout = QHBoxLayout(MatrixTab)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(0, 0, 0, 0)
        self.columns = QSplitter(MatrixTab)
        self.columns.setObjectName(u"columns")
        self.columns.setOrientation(Qt.Orientation.Horizontal)
        self.columns.setChildrenCollapsible(False)
        self.table_side = QWidget(self.columns)
        self.table_side.setObjectName(u"table_side")
        self.table_layout = QVBoxLayout(self.table_side)
        self.table_layout.setSpacing(4)
        self.table_layout.setObjectName(u"table_layout")
        self.table_layout.setContentsMargins(16, 12, 16, 8)
        self.heading = QLabel(self.table_side)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setProperty(u"role", u"title")

        self.table_layout.addWidget(self.heading)

        self.subheading = QLabel(self.table_side)
        self.subheading.setObjectName(u"subheading")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.subheading.sizePolicy().hasHeightForWidth())
        self.subheading.setSizePolicy(sizePolicy)
        self.subheading.setWordWrap(True)
        self.subheading.setTextFormat(Qt.TextFormat.PlainText)
        self.subheading.setProperty(u"role", u"caption")

        self.table_layout.addWidget(self.subheading)

        self.top = QHBoxLayout()
        self.top.setSpacing(4)
        self.top.setObjectName(u"top")
        self.top_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.top.addItem(self.top_space)

        self.add = QToolButton(self.table_side)
        self.add.setObjectName(u"add")
        self.add.setProperty(u"role", u"chart")

        self.top.addWidget(self.add)

        self.change = QToolButton(self.table_side)
        self.change.setObjectName(u"change")
        self.change.setProperty(u"role", u"chart")

        self.top.addWidget(self.change)

        self.remove = QToolButton(self.table_side)
        self.remove.setObjectName(u"remove")
        self.remove.setProperty(u"role", u"chart")

        self.top.addWidget(self.remove)

        self.origin = QToolButton(self.table_side)
        self.origin.setObjectName(u"origin")
        self.origin.setProperty(u"role", u"chart")

        self.top.addWidget(self.origin)

        self.rounds = QToolButton(self.table_side)
        self.rounds.setObjectName(u"rounds")
        self.rounds.setProperty(u"role", u"chart")

        self.top.addWidget(self.rounds)

        self.scheme = QToolButton(self.table_side)
        self.scheme.setObjectName(u"scheme")
        self.scheme.setProperty(u"role", u"chart")

        self.top.addWidget(self.scheme)


        self.table_layout.addLayout(self.top)

        self.filter_row = QHBoxLayout()
        self.filter_row.setSpacing(8)
        self.filter_row.setObjectName(u"filter_row")
        self.filter_label = QLabel(self.table_side)
        self.filter_label.setObjectName(u"filter_label")

        self.filter_row.addWidget(self.filter_label)

        self.filter = QLineEdit(self.table_side)
        self.filter.setObjectName(u"filter")
        self.filter.setMaximumSize(QSize(180, 16777215))
        self.filter.setClearButtonEnabled(True)

        self.filter_row.addWidget(self.filter)

        self.class_label = QLabel(self.table_side)
        self.class_label.setObjectName(u"class_label")

        self.filter_row.addWidget(self.class_label)

        self.class_filter = QComboBox(self.table_side)
        self.class_filter.setObjectName(u"class_filter")

        self.filter_row.addWidget(self.class_filter)

        self.found = QLabel(self.table_side)
        self.found.setObjectName(u"found")
        self.found.setTextFormat(Qt.TextFormat.PlainText)
        self.found.setProperty(u"role", u"caption")

        self.filter_row.addWidget(self.found)

        self.filter_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.filter_row.addItem(self.filter_space)

        self.sort_again = QToolButton(self.table_side)
        self.sort_again.setObjectName(u"sort_again")
        self.sort_again.setProperty(u"role", u"chart")

        self.filter_row.addWidget(self.sort_again)

        self.columns_button = QToolButton(self.table_side)
        self.columns_button.setObjectName(u"columns_button")
        self.columns_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.columns_button.setProperty(u"role", u"chart")

        self.filter_row.addWidget(self.columns_button)


        self.table_layout.addLayout(self.filter_row)

        self.table = MatrixView(self.table_side)
        self.table.setObjectName(u"table")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(1)
        sizePolicy1.setHeightForWidth(self.table.sizePolicy().hasHeightForWidth())
        self.table.setSizePolicy(sizePolicy1)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

        self.table_layout.addWidget(self.table)

        self.message = QLabel(self.table_side)
        self.message.setObjectName(u"message")
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setProperty(u"chip", u"bad")

        self.table_layout.addWidget(self.message)

        self.why_row = QHBoxLayout()
        self.why_row.setSpacing(8)
        self.why_row.setObjectName(u"why_row")
        self.why_label = QLabel(self.table_side)
        self.why_label.setObjectName(u"why_label")

        self.why_row.addWidget(self.why_label)

        self.why = QLineEdit(self.table_side)
        self.why.setObjectName(u"why")
        self.why.setClearButtonEnabled(True)

        self.why_row.addWidget(self.why)


        self.table_layout.addLayout(self.why_row)

        self.columns.addWidget(self.table_side)
        self.side_frame = QFrame(self.columns)
        self.side_frame.setObjectName(u"side_frame")
        self.side_frame.setProperty(u"role", u"side")
        self.side_layout = QVBoxLayout(self.side_frame)
        self.side_layout.setSpacing(8)
        self.side_layout.setObjectName(u"side_layout")
        self.side_layout.setContentsMargins(16, 12, 16, 8)
        self.side = SidePages(self.side_frame)
        self.side.setObjectName(u"side")
        self.side.setDocumentMode(True)
        self.side.setUsesScrollButtons(True)

        self.side_layout.addWidget(self.side)

        self.columns.addWidget(self.side_frame)

        self.layout.addWidget(self.columns)

#if QT_CONFIG(shortcut)
        self.filter_label.setBuddy(self.filter)
        self.class_label.setBuddy(self.class_filter)
        self.why_label.setBuddy(self.why)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.table, self.why)
        QWidget.setTabOrder(self.why, self.filter)
        QWidget.setTabOrder(self.filter, self.class_filter)
        QWidget.setTabOrder(self.class_filter, self.sort_again)
        QWidget.setTabOrder(self.sort_again, self.columns_button)
        QWidget.setTabOrder(self.columns_button, self.add)
        QWidget.setTabOrder(self.add, self.change)
        QWidget.setTabOrder(self.change, self.remove)
        QWidget.setTabOrder(self.remove, self.origin)
        QWidget.setTabOrder(self.origin, self.rounds)
        QWidget.setTabOrder(self.rounds, self.scheme)
        QWidget.setTabOrder(self.scheme, self.side)

        self.retranslateUi(MatrixTab)

        QMetaObject.connectSlotsByName(MatrixTab)
    # setupUi

    def retranslateUi(self, MatrixTab):
        self.add.setText(QCoreApplication.translate("MatrixTab", u"&Add", None))
#if QT_CONFIG(tooltip)
        self.add.setToolTip(QCoreApplication.translate("MatrixTab", u"Type the name of a new incident type below the last row (Ctrl++)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.add.setAccessibleName(QCoreApplication.translate("MatrixTab", u"Add an incident type", None))
#endif // QT_CONFIG(accessibility)
        self.change.setText(QCoreApplication.translate("MatrixTab", u"Change...", None))
#if QT_CONFIG(tooltip)
        self.change.setToolTip(QCoreApplication.translate("MatrixTab", u"Change the selected incident type's name, or where its count comes from", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.change.setAccessibleName(QCoreApplication.translate("MatrixTab", u"Change the incident type", None))
#endif // QT_CONFIG(accessibility)
        self.remove.setText(QCoreApplication.translate("MatrixTab", u"&Remove", None))
#if QT_CONFIG(tooltip)
        self.remove.setToolTip(QCoreApplication.translate("MatrixTab", u"Remove the selected incident types (Ctrl+-)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.remove.setAccessibleName(QCoreApplication.translate("MatrixTab", u"Remove the incident type", None))
#endif // QT_CONFIG(accessibility)
        self.origin.setText(QCoreApplication.translate("MatrixTab", u"Where from?", None))
#if QT_CONFIG(tooltip)
        self.origin.setToolTip(QCoreApplication.translate("MatrixTab", u"Show the cells that the selected incident type's count comes from", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.origin.setAccessibleName(QCoreApplication.translate("MatrixTab", u"Where does the count come from?", None))
#endif // QT_CONFIG(accessibility)
        self.rounds.setText(QCoreApplication.translate("MatrixTab", u"Rounds...", None))
#if QT_CONFIG(tooltip)
        self.rounds.setToolTip(QCoreApplication.translate("MatrixTab", u"Have partners score on sheets of their own, and pool what they say", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.rounds.setAccessibleName(QCoreApplication.translate("MatrixTab", u"Partner rounds", None))
#endif // QT_CONFIG(accessibility)
        self.scheme.setText(QCoreApplication.translate("MatrixTab", u"Scheme...", None))
#if QT_CONFIG(tooltip)
        self.scheme.setToolTip(QCoreApplication.translate("MatrixTab", u"See and change the bands, the harm scale and the classes", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.scheme.setAccessibleName(QCoreApplication.translate("MatrixTab", u"The scheme: bands, harm scale and classes", None))
#endif // QT_CONFIG(accessibility)
        self.filter_label.setText(QCoreApplication.translate("MatrixTab", u"F&ind:", None))
        self.filter.setPlaceholderText(QCoreApplication.translate("MatrixTab", u"words in type, note, scored by", None))
#if QT_CONFIG(accessibility)
        self.filter.setAccessibleName(QCoreApplication.translate("MatrixTab", u"Show only rows with these words", None))
#endif // QT_CONFIG(accessibility)
        self.class_label.setText(QCoreApplication.translate("MatrixTab", u"C&lass:", None))
#if QT_CONFIG(accessibility)
        self.class_filter.setAccessibleName(QCoreApplication.translate("MatrixTab", u"Show only rows of this class", None))
#endif // QT_CONFIG(accessibility)
        self.sort_again.setText(QCoreApplication.translate("MatrixTab", u"Sort a&gain", None))
#if QT_CONFIG(tooltip)
        self.sort_again.setToolTip(QCoreApplication.translate("MatrixTab", u"Rows keep their places while scores change; this puts them in order again", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.sort_again.setAccessibleName(QCoreApplication.translate("MatrixTab", u"Sort the rows again", None))
#endif // QT_CONFIG(accessibility)
        self.columns_button.setText(QCoreApplication.translate("MatrixTab", u"Colum&ns", None))
#if QT_CONFIG(tooltip)
        self.columns_button.setToolTip(QCoreApplication.translate("MatrixTab", u"Show, hide and move columns", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.columns_button.setAccessibleName(QCoreApplication.translate("MatrixTab", u"Columns: show, hide and move", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("MatrixTab", u"Risk/harm matrix", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.table.setAccessibleDescription(QCoreApplication.translate("MatrixTab", u"A spreadsheet of incident types. Typing or F2 edits a cell, Enter and Tab move on, Delete empties, Control D fills down, Control plus adds a type, F6 leaves the table.", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.message.setAccessibleName(QCoreApplication.translate("MatrixTab", u"What the last entry led to", None))
#endif // QT_CONFIG(accessibility)
        self.why_label.setText(QCoreApplication.translate("MatrixTab", u"&Why, for the next change:", None))
        self.why.setPlaceholderText(QCoreApplication.translate("MatrixTab", u"optional; kept with the change, for example: partners' round 2", None))
#if QT_CONFIG(accessibility)
        self.side.setAccessibleName(QCoreApplication.translate("MatrixTab", u"About the matrix", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

