# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'explain_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QListWidget, QListWidgetItem, QPushButton, QSizePolicy,
    QSpacerItem, QSplitter, QTextBrowser, QVBoxLayout,
    QWidget)

class Ui_ExplainDialog(object):
    def setupUi(self, ExplainDialog):
        if not ExplainDialog.objectName():
            ExplainDialog.setObjectName(u"ExplainDialog")
        ExplainDialog.resize(1020, 640)
        self.layout = QVBoxLayout(ExplainDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 12, 16, 12)
        self.heading = QLabel(ExplainDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setProperty(u"role", u"title")

        self.layout.addWidget(self.heading)

        self.columns = QSplitter(ExplainDialog)
        self.columns.setObjectName(u"columns")
        self.columns.setOrientation(Qt.Orientation.Horizontal)
        self.columns.setChildrenCollapsible(False)
        self.items_side = QWidget(self.columns)
        self.items_side.setObjectName(u"items_side")
        self.items_layout = QVBoxLayout(self.items_side)
        self.items_layout.setSpacing(4)
        self.items_layout.setObjectName(u"items_layout")
        self.items_layout.setContentsMargins(0, 0, 0, 0)
        self.items_label = QLabel(self.items_side)
        self.items_label.setObjectName(u"items_label")
        self.items_label.setProperty(u"role", u"strong")

        self.items_layout.addWidget(self.items_label)

        self.items = QListWidget(self.items_side)
        self.items.setObjectName(u"items")
        self.items.setWordWrap(True)
        self.items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.items_layout.addWidget(self.items)

        self.columns.addWidget(self.items_side)
        self.explanation = QTextBrowser(self.columns)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setOpenLinks(False)
        self.columns.addWidget(self.explanation)

        self.layout.addWidget(self.columns)

        self.button_row = QHBoxLayout()
        self.button_row.setObjectName(u"button_row")
        self.origin = QPushButton(ExplainDialog)
        self.origin.setObjectName(u"origin")
        self.origin.setAutoDefault(False)

        self.button_row.addWidget(self.origin)

        self.copy = QPushButton(ExplainDialog)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.button_row.addWidget(self.copy)

        self.said = QLabel(ExplainDialog)
        self.said.setObjectName(u"said")

        self.button_row.addWidget(self.said)

        self.button_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.button_space)

        self.close_button = QPushButton(ExplainDialog)
        self.close_button.setObjectName(u"close_button")

        self.button_row.addWidget(self.close_button)


        self.layout.addLayout(self.button_row)

        self.layout.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.items_label.setBuddy(self.items)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.items, self.explanation)
        QWidget.setTabOrder(self.explanation, self.origin)
        QWidget.setTabOrder(self.origin, self.copy)
        QWidget.setTabOrder(self.copy, self.close_button)

        self.retranslateUi(ExplainDialog)
        self.close_button.clicked.connect(ExplainDialog.accept)

        QMetaObject.connectSlotsByName(ExplainDialog)
    # setupUi

    def retranslateUi(self, ExplainDialog):
        ExplainDialog.setWindowTitle(QCoreApplication.translate("ExplainDialog", u"How was this worked out?", None))
        self.items_label.setText(QCoreApplication.translate("ExplainDialog", u"&Figures and findings", None))
#if QT_CONFIG(accessibility)
        self.items.setAccessibleName(QCoreApplication.translate("ExplainDialog", u"Figures and findings", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.explanation.setAccessibleName(QCoreApplication.translate("ExplainDialog", u"How it was worked out", None))
#endif // QT_CONFIG(accessibility)
        self.origin.setText(QCoreApplication.translate("ExplainDialog", u"&Where does this come from?", None))
#if QT_CONFIG(tooltip)
        self.origin.setToolTip(QCoreApplication.translate("ExplainDialog", u"Follow the figure step by step to its cells", None))
#endif // QT_CONFIG(tooltip)
        self.copy.setText(QCoreApplication.translate("ExplainDialog", u"Copy &all as text", None))
        self.close_button.setText(QCoreApplication.translate("ExplainDialog", u"&Close", None))
    # retranslateUi

