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
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QTableView, QVBoxLayout, QWidget)

class Ui_OriginDialog(object):
    def setupUi(self, OriginDialog):
        if not OriginDialog.objectName():
            OriginDialog.setObjectName(u"OriginDialog")
        OriginDialog.resize(1180, 580)
        self.layout = QVBoxLayout(OriginDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.heading = QLabel(OriginDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)
        self.heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.layout.addWidget(self.heading)

        self.summary = QLabel(OriginDialog)
        self.summary.setObjectName(u"summary")
        self.summary.setWordWrap(True)

        self.layout.addWidget(self.summary)

        self.filterRow = QHBoxLayout()
        self.filterRow.setObjectName(u"filterRow")
        self.filterLabel = QLabel(OriginDialog)
        self.filterLabel.setObjectName(u"filterLabel")

        self.filterRow.addWidget(self.filterLabel)

        self.filter = QLineEdit(OriginDialog)
        self.filter.setObjectName(u"filter")
        self.filter.setClearButtonEnabled(True)

        self.filterRow.addWidget(self.filter)


        self.layout.addLayout(self.filterRow)

        self.table = QTableView(OriginDialog)
        self.table.setObjectName(u"table")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setAlternatingRowColors(True)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setSortingEnabled(True)
        self.table.setWordWrap(False)

        self.layout.addWidget(self.table)

        self.buttonRow = QHBoxLayout()
        self.buttonRow.setObjectName(u"buttonRow")
        self.copy = QPushButton(OriginDialog)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.buttonRow.addWidget(self.copy)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttonRow.addItem(self.space)

        self.buttons = QDialogButtonBox(OriginDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Close)

        self.buttonRow.addWidget(self.buttons)


        self.layout.addLayout(self.buttonRow)

#if QT_CONFIG(shortcut)
        self.filterLabel.setBuddy(self.filter)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.filter, self.table)
        QWidget.setTabOrder(self.table, self.copy)

        self.retranslateUi(OriginDialog)
        self.buttons.rejected.connect(OriginDialog.reject)

        QMetaObject.connectSlotsByName(OriginDialog)
    # setupUi

    def retranslateUi(self, OriginDialog):
        OriginDialog.setWindowTitle(QCoreApplication.translate("OriginDialog", u"Where does this come from?", None))
        self.filterLabel.setText(QCoreApplication.translate("OriginDialog", u"&Find in the list:", None))
#if QT_CONFIG(accessibility)
        self.filter.setAccessibleName(QCoreApplication.translate("OriginDialog", u"Find in the list of cells", None))
#endif // QT_CONFIG(accessibility)
        self.filter.setPlaceholderText(QCoreApplication.translate("OriginDialog", u"a month, an area, a file, a cell", None))
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("OriginDialog", u"Cells that the figure was worked out from", None))
#endif // QT_CONFIG(accessibility)
        self.copy.setText(QCoreApplication.translate("OriginDialog", u"&Copy the list", None))
    # retranslateUi

