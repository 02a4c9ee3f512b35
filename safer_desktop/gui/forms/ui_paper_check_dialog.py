# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'paper_check_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QComboBox, QDialog,
    QHBoxLayout, QHeaderView, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QTableView, QTextBrowser,
    QVBoxLayout, QWidget)

class Ui_PaperCheckDialog(object):
    def setupUi(self, PaperCheckDialog):
        if not PaperCheckDialog.objectName():
            PaperCheckDialog.setObjectName(u"PaperCheckDialog")
        PaperCheckDialog.resize(1120, 660)
        PaperCheckDialog.setSizeGripEnabled(True)
        PaperCheckDialog.setAcceptDrops(True)
        self.layout = QVBoxLayout(PaperCheckDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.heading = QLabel(PaperCheckDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)

        self.layout.addWidget(self.heading)

        self.explanation = QLabel(PaperCheckDialog)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setWordWrap(True)
        self.explanation.setTextFormat(Qt.TextFormat.PlainText)

        self.layout.addWidget(self.explanation)

        self.top = QHBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.choose = QPushButton(PaperCheckDialog)
        self.choose.setObjectName(u"choose")
        self.choose.setAutoDefault(False)

        self.top.addWidget(self.choose)

        self.paste = QPushButton(PaperCheckDialog)
        self.paste.setObjectName(u"paste")
        self.paste.setAutoDefault(False)

        self.top.addWidget(self.paste)

        self.top_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.top.addItem(self.top_space)

        self.kind_label = QLabel(PaperCheckDialog)
        self.kind_label.setObjectName(u"kind_label")

        self.top.addWidget(self.kind_label)

        self.kind = QComboBox(PaperCheckDialog)
        self.kind.setObjectName(u"kind")
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

        self.top.addWidget(self.kind)


        self.layout.addLayout(self.top)

        self.remarks = QTableView(PaperCheckDialog)
        self.remarks.setObjectName(u"remarks")
        self.remarks.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.remarks.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.remarks.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.remarks.setTabKeyNavigation(False)
        self.remarks.setWordWrap(False)

        self.layout.addWidget(self.remarks)

        self.detail = QTextBrowser(PaperCheckDialog)
        self.detail.setObjectName(u"detail")
        self.detail.setOpenLinks(False)
        self.detail.setMaximumHeight(230)

        self.layout.addWidget(self.detail)

        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(8)
        self.bottom.setObjectName(u"bottom")
        self.previous = QPushButton(PaperCheckDialog)
        self.previous.setObjectName(u"previous")
        self.previous.setAutoDefault(False)

        self.bottom.addWidget(self.previous)

        self.next = QPushButton(PaperCheckDialog)
        self.next.setObjectName(u"next")
        self.next.setAutoDefault(False)

        self.bottom.addWidget(self.next)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bottom.addItem(self.space)

        self.copy = QPushButton(PaperCheckDialog)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.bottom.addWidget(self.copy)

        self.save = QPushButton(PaperCheckDialog)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)

        self.bottom.addWidget(self.save)

        self.close_button = QPushButton(PaperCheckDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.bottom.addWidget(self.close_button)


        self.layout.addLayout(self.bottom)

#if QT_CONFIG(shortcut)
        self.kind_label.setBuddy(self.kind)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.choose, self.paste)
        QWidget.setTabOrder(self.paste, self.kind)
        QWidget.setTabOrder(self.kind, self.remarks)
        QWidget.setTabOrder(self.remarks, self.detail)
        QWidget.setTabOrder(self.detail, self.previous)
        QWidget.setTabOrder(self.previous, self.next)
        QWidget.setTabOrder(self.next, self.copy)
        QWidget.setTabOrder(self.copy, self.save)
        QWidget.setTabOrder(self.save, self.close_button)

        self.retranslateUi(PaperCheckDialog)
        self.close_button.clicked.connect(PaperCheckDialog.accept)

        QMetaObject.connectSlotsByName(PaperCheckDialog)
    # setupUi

    def retranslateUi(self, PaperCheckDialog):
        PaperCheckDialog.setWindowTitle(QCoreApplication.translate("PaperCheckDialog", u"Check a paper", None))
        self.heading.setText(QCoreApplication.translate("PaperCheckDialog", u"Check a paper", None))
        self.choose.setText(QCoreApplication.translate("PaperCheckDialog", u"&Open a paper\u2026", None))
        self.paste.setText(QCoreApplication.translate("PaperCheckDialog", u"Check &pasted text", None))
#if QT_CONFIG(tooltip)
        self.paste.setToolTip(QCoreApplication.translate("PaperCheckDialog", u"Check the text that was copied in Word or another program", None))
#endif // QT_CONFIG(tooltip)
        self.kind_label.setText(QCoreApplication.translate("PaperCheckDialog", u"&Show:", None))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(QCoreApplication.translate("PaperCheckDialog", u"Kinds of remark shown", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.remarks.setAccessibleName(QCoreApplication.translate("PaperCheckDialog", u"Remarks on the paper", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.detail.setAccessibleName(QCoreApplication.translate("PaperCheckDialog", u"The paragraph, the arithmetic and what to do", None))
#endif // QT_CONFIG(accessibility)
        self.previous.setText(QCoreApplication.translate("PaperCheckDialog", u"P&revious", None))
        self.next.setText(QCoreApplication.translate("PaperCheckDialog", u"&Next", None))
        self.copy.setText(QCoreApplication.translate("PaperCheckDialog", u"&Copy the list", None))
        self.save.setText(QCoreApplication.translate("PaperCheckDialog", u"Sa&ve the list\u2026", None))
        self.close_button.setText(QCoreApplication.translate("PaperCheckDialog", u"C&lose", None))
    # retranslateUi

