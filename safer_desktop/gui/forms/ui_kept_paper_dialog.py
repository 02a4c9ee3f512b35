# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'kept_paper_dialog.ui'
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
    QHeaderView, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QTableView, QVBoxLayout, QWidget)

class Ui_KeptPaperDialog(object):
    def setupUi(self, KeptPaperDialog):
        if not KeptPaperDialog.objectName():
            KeptPaperDialog.setObjectName(u"KeptPaperDialog")
        KeptPaperDialog.resize(1040, 540)
        KeptPaperDialog.setSizeGripEnabled(True)
        self.layout = QVBoxLayout(KeptPaperDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.heading = QLabel(KeptPaperDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)

        self.layout.addWidget(self.heading)

        self.explanation = QLabel(KeptPaperDialog)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setWordWrap(True)
        self.explanation.setTextFormat(Qt.TextFormat.PlainText)

        self.layout.addWidget(self.explanation)

        self.pieces = QTableView(KeptPaperDialog)
        self.pieces.setObjectName(u"pieces")
        self.pieces.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.pieces.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.pieces.setTabKeyNavigation(False)
        self.pieces.setWordWrap(True)

        self.layout.addWidget(self.pieces)

        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(8)
        self.bottom.setObjectName(u"bottom")
        self.copy = QPushButton(KeptPaperDialog)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.bottom.addWidget(self.copy)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bottom.addItem(self.space)

        self.write_button = QPushButton(KeptPaperDialog)
        self.write_button.setObjectName(u"write_button")

        self.bottom.addWidget(self.write_button)

        self.cancel_button = QPushButton(KeptPaperDialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.bottom.addWidget(self.cancel_button)


        self.layout.addLayout(self.bottom)

        QWidget.setTabOrder(self.pieces, self.copy)
        QWidget.setTabOrder(self.copy, self.write_button)
        QWidget.setTabOrder(self.write_button, self.cancel_button)

        self.retranslateUi(KeptPaperDialog)
        self.write_button.clicked.connect(KeptPaperDialog.accept)
        self.cancel_button.clicked.connect(KeptPaperDialog.reject)

        self.write_button.setDefault(True)


        QMetaObject.connectSlotsByName(KeptPaperDialog)
    # setupUi

    def retranslateUi(self, KeptPaperDialog):
        KeptPaperDialog.setWindowTitle(QCoreApplication.translate("KeptPaperDialog", u"Export over a paper that is there", None))
#if QT_CONFIG(accessibility)
        self.pieces.setAccessibleName(QCoreApplication.translate("KeptPaperDialog", u"What becomes of each piece of the paper", None))
#endif // QT_CONFIG(accessibility)
        self.copy.setText(QCoreApplication.translate("KeptPaperDialog", u"&Copy all", None))
        self.write_button.setText(QCoreApplication.translate("KeptPaperDialog", u"&Write the paper", None))
        self.cancel_button.setText(QCoreApplication.translate("KeptPaperDialog", u"Cance&l", None))
    # retranslateUi

