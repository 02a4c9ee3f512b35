# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'versions_dialog.ui'
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

class Ui_VersionsDialog(object):
    def setupUi(self, VersionsDialog):
        if not VersionsDialog.objectName():
            VersionsDialog.setObjectName(u"VersionsDialog")
        VersionsDialog.resize(560, 420)
        VersionsDialog.setSizeGripEnabled(True)
        self.layout = QVBoxLayout(VersionsDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.heading = QLabel(VersionsDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)

        self.layout.addWidget(self.heading)

        self.explanation = QLabel(VersionsDialog)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setWordWrap(True)

        self.layout.addWidget(self.explanation)

        self.versions = QTableView(VersionsDialog)
        self.versions.setObjectName(u"versions")
        self.versions.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.versions.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.versions.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.versions.setTabKeyNavigation(False)

        self.layout.addWidget(self.versions)

        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(8)
        self.bottom.setObjectName(u"bottom")
        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bottom.addItem(self.space)

        self.go_back = QPushButton(VersionsDialog)
        self.go_back.setObjectName(u"go_back")

        self.bottom.addWidget(self.go_back)

        self.close_button = QPushButton(VersionsDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.bottom.addWidget(self.close_button)


        self.layout.addLayout(self.bottom)

        QWidget.setTabOrder(self.versions, self.go_back)
        QWidget.setTabOrder(self.go_back, self.close_button)

        self.retranslateUi(VersionsDialog)
        self.close_button.clicked.connect(VersionsDialog.reject)

        QMetaObject.connectSlotsByName(VersionsDialog)
    # setupUi

    def retranslateUi(self, VersionsDialog):
        VersionsDialog.setWindowTitle(QCoreApplication.translate("VersionsDialog", u"Earlier saves", None))
        self.explanation.setText(QCoreApplication.translate("VersionsDialog", u"The newest ten saves are kept on this computer. Going back opens the save as it was; the file itself changes only when you save.", None))
#if QT_CONFIG(accessibility)
        self.versions.setAccessibleName(QCoreApplication.translate("VersionsDialog", u"Earlier saves, newest first", None))
#endif // QT_CONFIG(accessibility)
        self.go_back.setText(QCoreApplication.translate("VersionsDialog", u"&Go back to this save", None))
        self.close_button.setText(QCoreApplication.translate("VersionsDialog", u"C&lose", None))
    # retranslateUi

