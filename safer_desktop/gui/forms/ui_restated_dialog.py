# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'restated_dialog.ui'
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
    QHeaderView, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QTableView, QVBoxLayout,
    QWidget)

class Ui_RestatedDialog(object):
    def setupUi(self, RestatedDialog):
        if not RestatedDialog.objectName():
            RestatedDialog.setObjectName(u"RestatedDialog")
        RestatedDialog.resize(1180, 560)
        RestatedDialog.setSizeGripEnabled(True)
        self.layout = QVBoxLayout(RestatedDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.heading = QLabel(RestatedDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)

        self.layout.addWidget(self.heading)

        self.explanation = QLabel(RestatedDialog)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setWordWrap(True)

        self.layout.addWidget(self.explanation)

        self.find_line = QHBoxLayout()
        self.find_line.setSpacing(8)
        self.find_line.setObjectName(u"find_line")
        self.find_label = QLabel(RestatedDialog)
        self.find_label.setObjectName(u"find_label")

        self.find_line.addWidget(self.find_label)

        self.find = QLineEdit(RestatedDialog)
        self.find.setObjectName(u"find")
        self.find.setClearButtonEnabled(True)

        self.find_line.addWidget(self.find)


        self.layout.addLayout(self.find_line)

        self.figures = QTableView(RestatedDialog)
        self.figures.setObjectName(u"figures")
        self.figures.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.figures.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.figures.setTabKeyNavigation(False)

        self.layout.addWidget(self.figures)

        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(8)
        self.bottom.setObjectName(u"bottom")
        self.trace = QPushButton(RestatedDialog)
        self.trace.setObjectName(u"trace")
        self.trace.setAutoDefault(False)

        self.bottom.addWidget(self.trace)

        self.copy = QPushButton(RestatedDialog)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.bottom.addWidget(self.copy)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bottom.addItem(self.space)

        self.close_button = QPushButton(RestatedDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.bottom.addWidget(self.close_button)


        self.layout.addLayout(self.bottom)

#if QT_CONFIG(shortcut)
        self.find_label.setBuddy(self.find)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.find, self.figures)
        QWidget.setTabOrder(self.figures, self.trace)
        QWidget.setTabOrder(self.trace, self.copy)
        QWidget.setTabOrder(self.copy, self.close_button)

        self.retranslateUi(RestatedDialog)
        self.close_button.clicked.connect(RestatedDialog.accept)

        QMetaObject.connectSlotsByName(RestatedDialog)
    # setupUi

    def retranslateUi(self, RestatedDialog):
        RestatedDialog.setWindowTitle(QCoreApplication.translate("RestatedDialog", u"Restated figures", None))
        self.explanation.setText(QCoreApplication.translate("RestatedDialog", u"The new figures count. The old ones are kept, and count again if the file is taken back.", None))
        self.find_label.setText(QCoreApplication.translate("RestatedDialog", u"&Find:", None))
#if QT_CONFIG(accessibility)
        self.find.setAccessibleName(QCoreApplication.translate("RestatedDialog", u"Find restated figures", None))
#endif // QT_CONFIG(accessibility)
        self.find.setPlaceholderText(QCoreApplication.translate("RestatedDialog", u"indicator, area, period or cell", None))
#if QT_CONFIG(accessibility)
        self.figures.setAccessibleName(QCoreApplication.translate("RestatedDialog", u"Restated figures", None))
#endif // QT_CONFIG(accessibility)
        self.trace.setText(QCoreApplication.translate("RestatedDialog", u"&Where do they come from?", None))
        self.copy.setText(QCoreApplication.translate("RestatedDialog", u"&Copy all", None))
        self.close_button.setText(QCoreApplication.translate("RestatedDialog", u"C&lose", None))
    # retranslateUi

