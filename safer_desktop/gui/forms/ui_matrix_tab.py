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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QFrame, QHBoxLayout,
    QHeaderView, QLabel, QLineEdit, QSizePolicy,
    QSplitter, QTabWidget, QTableView, QToolButton,
    QVBoxLayout, QWidget)

from safer_desktop.gui.widgets.matrix_view import MatrixView

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

        self.top = QHBoxLayout()
        self.top.setSpacing(4)
        self.top.setObjectName(u"top")
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

        self.top.addWidget(self.subheading)

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

        self.scheme = QToolButton(self.table_side)
        self.scheme.setObjectName(u"scheme")
        self.scheme.setProperty(u"role", u"chart")

        self.top.addWidget(self.scheme)


        self.table_layout.addLayout(self.top)

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

        self.history_heading = QLabel(self.table_side)
        self.history_heading.setObjectName(u"history_heading")
        self.history_heading.setTextFormat(Qt.TextFormat.PlainText)
        self.history_heading.setProperty(u"role", u"strong")

        self.table_layout.addWidget(self.history_heading)

        self.history = QTableView(self.table_side)
        self.history.setObjectName(u"history")
        self.history.setMinimumSize(QSize(0, 84))
        self.history.setMaximumSize(QSize(16777215, 96))
        self.history.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.history.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.history.setTabKeyNavigation(False)
        self.history.setShowGrid(False)
        self.history.setWordWrap(False)

        self.table_layout.addWidget(self.history)

        self.columns.addWidget(self.table_side)
        self.picture_side = QFrame(self.columns)
        self.picture_side.setObjectName(u"picture_side")
        self.picture_side.setProperty(u"role", u"side")
        self.picture_layout = QVBoxLayout(self.picture_side)
        self.picture_layout.setSpacing(8)
        self.picture_layout.setObjectName(u"picture_layout")
        self.picture_layout.setContentsMargins(16, 12, 16, 8)
        self.pictures = QTabWidget(self.picture_side)
        self.pictures.setObjectName(u"pictures")
        self.pictures.setDocumentMode(True)
        self.scatter_page = QWidget()
        self.scatter_page.setObjectName(u"scatter_page")
        self.scatter_layout = QVBoxLayout(self.scatter_page)
        self.scatter_layout.setObjectName(u"scatter_layout")
        self.scatter_layout.setContentsMargins(0, 8, 0, 0)
        self.pictures.addTab(self.scatter_page, "")
        self.ranked_page = QWidget()
        self.ranked_page.setObjectName(u"ranked_page")
        self.ranked_layout = QVBoxLayout(self.ranked_page)
        self.ranked_layout.setObjectName(u"ranked_layout")
        self.ranked_layout.setContentsMargins(0, 8, 0, 0)
        self.pictures.addTab(self.ranked_page, "")

        self.picture_layout.addWidget(self.pictures)

        self.read_out = QLabel(self.picture_side)
        self.read_out.setObjectName(u"read_out")
        self.read_out.setMinimumSize(QSize(0, 34))
        self.read_out.setWordWrap(True)
        self.read_out.setTextFormat(Qt.TextFormat.PlainText)
        self.read_out.setProperty(u"role", u"caption")

        self.picture_layout.addWidget(self.read_out)

        self.bias_box = QFrame(self.picture_side)
        self.bias_box.setObjectName(u"bias_box")
        self.bias_box.setProperty(u"role", u"card")
        self.bias_layout = QVBoxLayout(self.bias_box)
        self.bias_layout.setSpacing(2)
        self.bias_layout.setObjectName(u"bias_layout")
        self.bias_layout.setContentsMargins(12, 8, 12, 8)
        self.bias_heading = QLabel(self.bias_box)
        self.bias_heading.setObjectName(u"bias_heading")
        self.bias_heading.setProperty(u"role", u"strong")

        self.bias_layout.addWidget(self.bias_heading)

        self.bias = QLabel(self.bias_box)
        self.bias.setObjectName(u"bias")
        self.bias.setWordWrap(True)
        self.bias.setTextFormat(Qt.TextFormat.PlainText)
        self.bias.setProperty(u"role", u"muted")

        self.bias_layout.addWidget(self.bias)


        self.picture_layout.addWidget(self.bias_box)

        self.columns.addWidget(self.picture_side)

        self.layout.addWidget(self.columns)

#if QT_CONFIG(shortcut)
        self.why_label.setBuddy(self.why)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.table, self.why)
        QWidget.setTabOrder(self.why, self.history)
        QWidget.setTabOrder(self.history, self.add)
        QWidget.setTabOrder(self.add, self.change)
        QWidget.setTabOrder(self.change, self.remove)
        QWidget.setTabOrder(self.remove, self.origin)
        QWidget.setTabOrder(self.origin, self.scheme)
        QWidget.setTabOrder(self.scheme, self.pictures)

        self.retranslateUi(MatrixTab)

        QMetaObject.connectSlotsByName(MatrixTab)
    # setupUi

    def retranslateUi(self, MatrixTab):
        self.add.setText(QCoreApplication.translate("MatrixTab", u"Add...", None))
#if QT_CONFIG(tooltip)
        self.add.setToolTip(QCoreApplication.translate("MatrixTab", u"Add an incident type", None))
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
        self.remove.setText(QCoreApplication.translate("MatrixTab", u"Remove...", None))
#if QT_CONFIG(tooltip)
        self.remove.setToolTip(QCoreApplication.translate("MatrixTab", u"Remove the selected incident type", None))
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
        self.scheme.setText(QCoreApplication.translate("MatrixTab", u"Scheme...", None))
#if QT_CONFIG(tooltip)
        self.scheme.setToolTip(QCoreApplication.translate("MatrixTab", u"See and change the bands, the harm scale and the classes", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.scheme.setAccessibleName(QCoreApplication.translate("MatrixTab", u"The scheme: bands, harm scale and classes", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("MatrixTab", u"Risk/harm matrix", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.table.setAccessibleDescription(QCoreApplication.translate("MatrixTab", u"Incident types by risk score. F2 or Enter edits a cell, Delete empties it, Control V pastes over several cells.", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.message.setAccessibleName(QCoreApplication.translate("MatrixTab", u"What the last entry led to", None))
#endif // QT_CONFIG(accessibility)
        self.why_label.setText(QCoreApplication.translate("MatrixTab", u"&Why, for the next change:", None))
        self.why.setPlaceholderText(QCoreApplication.translate("MatrixTab", u"optional; kept with the change, for example: partners' round 2", None))
#if QT_CONFIG(accessibility)
        self.history.setAccessibleName(QCoreApplication.translate("MatrixTab", u"History of the selected cell", None))
#endif // QT_CONFIG(accessibility)
        self.pictures.setTabText(self.pictures.indexOf(self.scatter_page), QCoreApplication.translate("MatrixTab", u"&Likelihood and harm", None))
        self.pictures.setTabText(self.pictures.indexOf(self.ranked_page), QCoreApplication.translate("MatrixTab", u"Ran&ked", None))
#if QT_CONFIG(accessibility)
        self.read_out.setAccessibleName(QCoreApplication.translate("MatrixTab", u"Point that is read out", None))
#endif // QT_CONFIG(accessibility)
        self.bias_heading.setText(QCoreApplication.translate("MatrixTab", u"Volume or harm?", None))
        pass
    # retranslateUi

