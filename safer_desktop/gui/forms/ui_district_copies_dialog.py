# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'district_copies_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QCheckBox, QDialog,
    QHBoxLayout, QHeaderView, QLabel, QListWidgetItem,
    QPushButton, QSizePolicy, QSpacerItem, QSpinBox,
    QTableView, QVBoxLayout, QWidget)

from safer_desktop.gui.widgets.check_list import CheckList

class Ui_DistrictCopiesDialog(object):
    def setupUi(self, DistrictCopiesDialog):
        if not DistrictCopiesDialog.objectName():
            DistrictCopiesDialog.setObjectName(u"DistrictCopiesDialog")
        DistrictCopiesDialog.resize(900, 660)
        DistrictCopiesDialog.setSizeGripEnabled(True)
        self.layout = QVBoxLayout(DistrictCopiesDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.heading = QLabel(DistrictCopiesDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setProperty(u"role", u"title")

        self.layout.addWidget(self.heading)

        self.explanation = QLabel(DistrictCopiesDialog)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setWordWrap(True)
        self.explanation.setTextFormat(Qt.TextFormat.PlainText)
        self.explanation.setProperty(u"role", u"sub")

        self.layout.addWidget(self.explanation)

        self.districts_label = QLabel(DistrictCopiesDialog)
        self.districts_label.setObjectName(u"districts_label")
        self.districts_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout.addWidget(self.districts_label)

        self.districts = CheckList(DistrictCopiesDialog)
        self.districts.setObjectName(u"districts")
        self.districts.setMaximumSize(QSize(16777215, 190))

        self.layout.addWidget(self.districts)

        self.threshold_row = QHBoxLayout()
        self.threshold_row.setSpacing(8)
        self.threshold_row.setObjectName(u"threshold_row")
        self.threshold_label = QLabel(DistrictCopiesDialog)
        self.threshold_label.setObjectName(u"threshold_label")

        self.threshold_row.addWidget(self.threshold_label)

        self.threshold = QSpinBox(DistrictCopiesDialog)
        self.threshold.setObjectName(u"threshold")
        self.threshold.setMinimum(1)
        self.threshold.setMaximum(50)

        self.threshold_row.addWidget(self.threshold)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.threshold_row.addItem(self.space)


        self.layout.addLayout(self.threshold_row)

        self.words = QCheckBox(DistrictCopiesDialog)
        self.words.setObjectName(u"words")

        self.layout.addWidget(self.words)

        self.words_note = QLabel(DistrictCopiesDialog)
        self.words_note.setObjectName(u"words_note")
        self.words_note.setWordWrap(True)
        self.words_note.setTextFormat(Qt.TextFormat.PlainText)
        self.words_note.setProperty(u"role", u"sub")

        self.layout.addWidget(self.words_note)

        self.kept_label = QLabel(DistrictCopiesDialog)
        self.kept_label.setObjectName(u"kept_label")
        self.kept_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout.addWidget(self.kept_label)

        self.kept = QTableView(DistrictCopiesDialog)
        self.kept.setObjectName(u"kept")
        self.kept.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.kept.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.kept.setTabKeyNavigation(False)
        self.kept.setWordWrap(True)

        self.layout.addWidget(self.kept)

        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(8)
        self.bottom.setObjectName(u"bottom")
        self.space_below = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bottom.addItem(self.space_below)

        self.make = QPushButton(DistrictCopiesDialog)
        self.make.setObjectName(u"make")

        self.bottom.addWidget(self.make)

        self.close_button = QPushButton(DistrictCopiesDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.bottom.addWidget(self.close_button)


        self.layout.addLayout(self.bottom)

#if QT_CONFIG(shortcut)
        self.districts_label.setBuddy(self.districts)
        self.threshold_label.setBuddy(self.threshold)
        self.kept_label.setBuddy(self.kept)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.districts, self.threshold)
        QWidget.setTabOrder(self.threshold, self.words)
        QWidget.setTabOrder(self.words, self.kept)
        QWidget.setTabOrder(self.kept, self.make)
        QWidget.setTabOrder(self.make, self.close_button)

        self.retranslateUi(DistrictCopiesDialog)
        self.close_button.clicked.connect(DistrictCopiesDialog.reject)

        QMetaObject.connectSlotsByName(DistrictCopiesDialog)
    # setupUi

    def retranslateUi(self, DistrictCopiesDialog):
        DistrictCopiesDialog.setWindowTitle(QCoreApplication.translate("DistrictCopiesDialog", u"District copies", None))
        self.heading.setText("")
        self.explanation.setText(QCoreApplication.translate("DistrictCopiesDialog", u"Each copy is a new pack with the figures that may leave, the catalogue, the matrix and the report. No sheets, file names, audit trail, contacts, notes or names of others go with it. All copies leave out the same figures, so that putting them together tells nothing more.", None))
        self.districts_label.setText(QCoreApplication.translate("DistrictCopiesDialog", u"&Make a copy for:", None))
#if QT_CONFIG(accessibility)
        self.districts.setAccessibleName(QCoreApplication.translate("DistrictCopiesDialog", u"Districts that get a copy, and what each holds", None))
#endif // QT_CONFIG(accessibility)
        self.threshold_label.setText(QCoreApplication.translate("DistrictCopiesDialog", u"Counts &below this are small:", None))
        self.words.setText(QCoreApplication.translate("DistrictCopiesDialog", u"Give the report's own &words too", None))
        self.words_note.setText("")
        self.kept_label.setText(QCoreApplication.translate("DistrictCopiesDialog", u"&Left out of every copy:", None))
#if QT_CONFIG(accessibility)
        self.kept.setAccessibleName(QCoreApplication.translate("DistrictCopiesDialog", u"Figures that no copy holds, and why", None))
#endif // QT_CONFIG(accessibility)
        self.make.setText(QCoreApplication.translate("DistrictCopiesDialog", u"Choose a &folder and make the copies\u2026", None))
        self.close_button.setText(QCoreApplication.translate("DistrictCopiesDialog", u"C&lose", None))
    # retranslateUi

