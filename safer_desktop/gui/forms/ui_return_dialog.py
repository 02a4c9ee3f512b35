# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'return_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QDialog, QHBoxLayout,
    QHeaderView, QLabel, QListWidgetItem, QPushButton,
    QSizePolicy, QSpacerItem, QTableView, QVBoxLayout,
    QWidget)

from safer_desktop.gui.widgets.check_list import CheckList

class Ui_ReturnDialog(object):
    def setupUi(self, ReturnDialog):
        if not ReturnDialog.objectName():
            ReturnDialog.setObjectName(u"ReturnDialog")
        ReturnDialog.resize(1080, 560)
        ReturnDialog.setSizeGripEnabled(True)
        self.layout = QVBoxLayout(ReturnDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.heading = QLabel(ReturnDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setProperty(u"role", u"title")

        self.layout.addWidget(self.heading)

        self.remarks = QLabel(ReturnDialog)
        self.remarks.setObjectName(u"remarks")
        self.remarks.setWordWrap(True)
        self.remarks.setTextFormat(Qt.TextFormat.PlainText)
        self.remarks.setProperty(u"role", u"notice")

        self.layout.addWidget(self.remarks)

        self.explanation = QLabel(ReturnDialog)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setWordWrap(True)
        self.explanation.setTextFormat(Qt.TextFormat.PlainText)
        self.explanation.setProperty(u"role", u"sub")

        self.layout.addWidget(self.explanation)

        self.differences = QTableView(ReturnDialog)
        self.differences.setObjectName(u"differences")
        self.differences.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.differences.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.differences.setTabKeyNavigation(False)
        self.differences.setWordWrap(True)

        self.layout.addWidget(self.differences)

        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(8)
        self.bottom.setObjectName(u"bottom")
        self.all = QPushButton(ReturnDialog)
        self.all.setObjectName(u"all")
        self.all.setAutoDefault(False)

        self.bottom.addWidget(self.all)

        self.none = QPushButton(ReturnDialog)
        self.none.setObjectName(u"none")
        self.none.setAutoDefault(False)

        self.bottom.addWidget(self.none)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bottom.addItem(self.space)

        self.take = QPushButton(ReturnDialog)
        self.take.setObjectName(u"take")

        self.bottom.addWidget(self.take)

        self.close_button = QPushButton(ReturnDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.bottom.addWidget(self.close_button)


        self.layout.addLayout(self.bottom)

        QWidget.setTabOrder(self.differences, self.all)
        QWidget.setTabOrder(self.all, self.none)
        QWidget.setTabOrder(self.none, self.take)
        QWidget.setTabOrder(self.take, self.close_button)

        self.retranslateUi(ReturnDialog)
        self.close_button.clicked.connect(ReturnDialog.reject)

        QMetaObject.connectSlotsByName(ReturnDialog)
    # setupUi

    def retranslateUi(self, ReturnDialog):
        ReturnDialog.setWindowTitle(QCoreApplication.translate("ReturnDialog", u"A district's return", None))
        self.heading.setText("")
        self.remarks.setText("")
        self.explanation.setText(QCoreApplication.translate("ReturnDialog", u"Tick what the county's pack shall take in. It is one change, which Undo takes back; the audit trail will say from whose return it is.", None))
#if QT_CONFIG(accessibility)
        self.differences.setAccessibleName(QCoreApplication.translate("ReturnDialog", u"What the district changed: what it is, the county's words or score now, the district's, who, when and why", None))
#endif // QT_CONFIG(accessibility)
        self.all.setText(QCoreApplication.translate("ReturnDialog", u"Tick &all", None))
        self.none.setText(QCoreApplication.translate("ReturnDialog", u"Tick &none", None))
        self.take.setText(QCoreApplication.translate("ReturnDialog", u"&Take in what is ticked", None))
        self.close_button.setText(QCoreApplication.translate("ReturnDialog", u"C&lose", None))
    # retranslateUi

