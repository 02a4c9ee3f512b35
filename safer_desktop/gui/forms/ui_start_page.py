# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'start_page.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_StartPage(object):
    def setupUi(self, StartPage):
        if not StartPage.objectName():
            StartPage.setObjectName(u"StartPage")
        StartPage.resize(1100, 640)
        self.row = QHBoxLayout(StartPage)
        self.row.setObjectName(u"row")
        self.row.setContentsMargins(24, 24, 24, 24)
        self.left = QSpacerItem(40, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row.addItem(self.left)

        self.page = QWidget(StartPage)
        self.page.setObjectName(u"page")
        self.page.setMinimumSize(QSize(880, 0))
        self.page.setMaximumSize(QSize(1040, 16777215))
        self.column = QVBoxLayout(self.page)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.top = QSpacerItem(0, 24, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.top)

        self.welcome = QLabel(self.page)
        self.welcome.setObjectName(u"welcome")
        self.welcome.setProperty(u"role", u"display")
        self.welcome.setWordWrap(True)
        self.welcome.setTextFormat(Qt.TextFormat.PlainText)

        self.column.addWidget(self.welcome)

        self.purpose = QLabel(self.page)
        self.purpose.setObjectName(u"purpose")
        self.purpose.setProperty(u"role", u"muted")
        self.purpose.setWordWrap(True)
        self.purpose.setTextFormat(Qt.TextFormat.PlainText)

        self.column.addWidget(self.purpose)

        self.gap1 = QSpacerItem(0, 16, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.column.addItem(self.gap1)

        self.recovery = QFrame(self.page)
        self.recovery.setObjectName(u"recovery")
        self.recovery.setProperty(u"role", u"card")
        self.recovery_row = QHBoxLayout(self.recovery)
        self.recovery_row.setSpacing(16)
        self.recovery_row.setObjectName(u"recovery_row")
        self.recovery_row.setContentsMargins(16, 12, 16, 12)
        self.recovery_words = QVBoxLayout()
        self.recovery_words.setSpacing(2)
        self.recovery_words.setObjectName(u"recovery_words")
        self.recovery_title = QLabel(self.recovery)
        self.recovery_title.setObjectName(u"recovery_title")
        self.recovery_title.setProperty(u"role", u"strong")
        self.recovery_title.setWordWrap(True)
        self.recovery_title.setTextFormat(Qt.TextFormat.PlainText)

        self.recovery_words.addWidget(self.recovery_title)

        self.recovery_text = QLabel(self.recovery)
        self.recovery_text.setObjectName(u"recovery_text")
        self.recovery_text.setProperty(u"role", u"muted")
        self.recovery_text.setWordWrap(True)
        self.recovery_text.setTextFormat(Qt.TextFormat.PlainText)

        self.recovery_words.addWidget(self.recovery_text)


        self.recovery_row.addLayout(self.recovery_words)

        self.discard = QPushButton(self.recovery)
        self.discard.setObjectName(u"discard")

        self.recovery_row.addWidget(self.discard)

        self.recover = QPushButton(self.recovery)
        self.recover.setObjectName(u"recover")
        self.recover.setProperty(u"role", u"primary")

        self.recovery_row.addWidget(self.recover)


        self.column.addWidget(self.recovery)

        self.doors = QHBoxLayout()
        self.doors.setSpacing(16)
        self.doors.setObjectName(u"doors")
        self.sample_door = QFrame(self.page)
        self.sample_door.setObjectName(u"sample_door")
        self.sample_door.setProperty(u"role", u"card")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.sample_door.sizePolicy().hasHeightForWidth())
        self.sample_door.setSizePolicy(sizePolicy)
        self.sample_column = QVBoxLayout(self.sample_door)
        self.sample_column.setSpacing(8)
        self.sample_column.setObjectName(u"sample_column")
        self.sample_column.setContentsMargins(16, 16, 16, 16)
        self.sample_title = QLabel(self.sample_door)
        self.sample_title.setObjectName(u"sample_title")
        self.sample_title.setProperty(u"role", u"heading")
        self.sample_title.setWordWrap(True)
        self.sample_title.setTextFormat(Qt.TextFormat.PlainText)

        self.sample_column.addWidget(self.sample_title)

        self.sample_text = QLabel(self.sample_door)
        self.sample_text.setObjectName(u"sample_text")
        self.sample_text.setProperty(u"role", u"muted")
        self.sample_text.setWordWrap(True)
        self.sample_text.setTextFormat(Qt.TextFormat.PlainText)

        self.sample_column.addWidget(self.sample_text)

        self.sample_stretch = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.sample_column.addItem(self.sample_stretch)

        self.samples = QVBoxLayout()
        self.samples.setSpacing(8)
        self.samples.setObjectName(u"samples")

        self.sample_column.addLayout(self.samples)


        self.doors.addWidget(self.sample_door)

        self.workbooks_door = QFrame(self.page)
        self.workbooks_door.setObjectName(u"workbooks_door")
        self.workbooks_door.setProperty(u"role", u"card")
        sizePolicy.setHeightForWidth(self.workbooks_door.sizePolicy().hasHeightForWidth())
        self.workbooks_door.setSizePolicy(sizePolicy)
        self.workbooks_column = QVBoxLayout(self.workbooks_door)
        self.workbooks_column.setSpacing(8)
        self.workbooks_column.setObjectName(u"workbooks_column")
        self.workbooks_column.setContentsMargins(16, 16, 16, 16)
        self.workbooks_title = QLabel(self.workbooks_door)
        self.workbooks_title.setObjectName(u"workbooks_title")
        self.workbooks_title.setProperty(u"role", u"heading")
        self.workbooks_title.setWordWrap(True)
        self.workbooks_title.setTextFormat(Qt.TextFormat.PlainText)

        self.workbooks_column.addWidget(self.workbooks_title)

        self.workbooks_text = QLabel(self.workbooks_door)
        self.workbooks_text.setObjectName(u"workbooks_text")
        self.workbooks_text.setProperty(u"role", u"muted")
        self.workbooks_text.setWordWrap(True)
        self.workbooks_text.setTextFormat(Qt.TextFormat.PlainText)

        self.workbooks_column.addWidget(self.workbooks_text)

        self.workbooks_stretch = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.workbooks_column.addItem(self.workbooks_stretch)

        self.start = QPushButton(self.workbooks_door)
        self.start.setObjectName(u"start")
        self.start.setProperty(u"role", u"primary")

        self.workbooks_column.addWidget(self.start)


        self.doors.addWidget(self.workbooks_door)

        self.pack_door = QFrame(self.page)
        self.pack_door.setObjectName(u"pack_door")
        self.pack_door.setProperty(u"role", u"card")
        sizePolicy.setHeightForWidth(self.pack_door.sizePolicy().hasHeightForWidth())
        self.pack_door.setSizePolicy(sizePolicy)
        self.pack_column = QVBoxLayout(self.pack_door)
        self.pack_column.setSpacing(8)
        self.pack_column.setObjectName(u"pack_column")
        self.pack_column.setContentsMargins(16, 16, 16, 16)
        self.pack_title = QLabel(self.pack_door)
        self.pack_title.setObjectName(u"pack_title")
        self.pack_title.setProperty(u"role", u"heading")
        self.pack_title.setWordWrap(True)
        self.pack_title.setTextFormat(Qt.TextFormat.PlainText)

        self.pack_column.addWidget(self.pack_title)

        self.pack_text = QLabel(self.pack_door)
        self.pack_text.setObjectName(u"pack_text")
        self.pack_text.setProperty(u"role", u"muted")
        self.pack_text.setWordWrap(True)
        self.pack_text.setTextFormat(Qt.TextFormat.PlainText)

        self.pack_column.addWidget(self.pack_text)

        self.pack_stretch = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.pack_column.addItem(self.pack_stretch)

        self.open = QPushButton(self.pack_door)
        self.open.setObjectName(u"open")

        self.pack_column.addWidget(self.open)


        self.doors.addWidget(self.pack_door)


        self.column.addLayout(self.doors)

        self.gap2 = QSpacerItem(0, 16, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.column.addItem(self.gap2)

        self.recent_title = QLabel(self.page)
        self.recent_title.setObjectName(u"recent_title")
        self.recent_title.setProperty(u"role", u"heading")
        self.recent_title.setWordWrap(True)
        self.recent_title.setTextFormat(Qt.TextFormat.PlainText)

        self.column.addWidget(self.recent_title)

        self.recent = QVBoxLayout()
        self.recent.setSpacing(0)
        self.recent.setObjectName(u"recent")

        self.column.addLayout(self.recent)

        self.bottom = QSpacerItem(0, 80, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.bottom)


        self.row.addWidget(self.page)

        self.right = QSpacerItem(40, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row.addItem(self.right)


        self.retranslateUi(StartPage)

        QMetaObject.connectSlotsByName(StartPage)
    # setupUi

    def retranslateUi(self, StartPage):
        self.welcome.setText(QCoreApplication.translate("StartPage", u"Safer Desktop", None))
        self.purpose.setText(QCoreApplication.translate("StartPage", u"From your partners' workbooks to the board's quarterly report. Nothing leaves this computer.", None))
        self.recovery_title.setText(QCoreApplication.translate("StartPage", u"Unsaved work was found", None))
        self.discard.setText(QCoreApplication.translate("StartPage", u"&Throw away", None))
        self.recover.setText(QCoreApplication.translate("StartPage", u"&Recover", None))
        self.sample_title.setText(QCoreApplication.translate("StartPage", u"Look at a sample", None))
        self.sample_text.setText(QCoreApplication.translate("StartPage", u"See the whole way, from workbooks to the board paper, on ready data. You can change anything in it.", None))
        self.workbooks_title.setText(QCoreApplication.translate("StartPage", u"Start from your workbooks", None))
        self.workbooks_text.setText(QCoreApplication.translate("StartPage", u"A new pack with the board's priorities and indicators. Load your partners' spreadsheets, a data.police.uk download or population estimates.", None))
        self.start.setText(QCoreApplication.translate("StartPage", u"&New pack\u2026", None))
        self.pack_title.setText(QCoreApplication.translate("StartPage", u"Open a pack", None))
        self.pack_text.setText(QCoreApplication.translate("StartPage", u"Go on with a quarter that you have saved before.", None))
        self.open.setText(QCoreApplication.translate("StartPage", u"&Open pack\u2026", None))
        self.recent_title.setText(QCoreApplication.translate("StartPage", u"Recent packs", None))
        pass
    # retranslateUi

