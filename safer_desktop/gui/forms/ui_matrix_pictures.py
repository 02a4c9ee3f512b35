# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'matrix_pictures.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QLabel, QSizePolicy,
    QTabWidget, QVBoxLayout, QWidget)

class Ui_MatrixPictures(object):
    def setupUi(self, MatrixPictures):
        if not MatrixPictures.objectName():
            MatrixPictures.setObjectName(u"MatrixPictures")
        MatrixPictures.resize(426, 560)
        self.layout = QVBoxLayout(MatrixPictures)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(0, 8, 0, 0)
        self.pictures = QTabWidget(MatrixPictures)
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
        self.volume_page = QWidget()
        self.volume_page.setObjectName(u"volume_page")
        self.volume_layout = QVBoxLayout(self.volume_page)
        self.volume_layout.setObjectName(u"volume_layout")
        self.volume_layout.setContentsMargins(0, 8, 0, 0)
        self.pictures.addTab(self.volume_page, "")
        self.movement_page = QWidget()
        self.movement_page.setObjectName(u"movement_page")
        self.movement_layout = QVBoxLayout(self.movement_page)
        self.movement_layout.setObjectName(u"movement_layout")
        self.movement_layout.setContentsMargins(0, 8, 0, 0)
        self.pictures.addTab(self.movement_page, "")

        self.layout.addWidget(self.pictures)

        self.read_out = QLabel(MatrixPictures)
        self.read_out.setObjectName(u"read_out")
        self.read_out.setMinimumSize(QSize(0, 34))
        self.read_out.setWordWrap(True)
        self.read_out.setTextFormat(Qt.TextFormat.PlainText)
        self.read_out.setProperty(u"role", u"caption")

        self.layout.addWidget(self.read_out)

        self.bias_box = QFrame(MatrixPictures)
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


        self.layout.addWidget(self.bias_box)


        self.retranslateUi(MatrixPictures)

        QMetaObject.connectSlotsByName(MatrixPictures)
    # setupUi

    def retranslateUi(self, MatrixPictures):
        self.pictures.setTabText(self.pictures.indexOf(self.scatter_page), QCoreApplication.translate("MatrixPictures", u"&Likelihood and harm", None))
        self.pictures.setTabText(self.pictures.indexOf(self.ranked_page), QCoreApplication.translate("MatrixPictures", u"Ran&ked", None))
        self.pictures.setTabText(self.pictures.indexOf(self.volume_page), QCoreApplication.translate("MatrixPictures", u"Vol&ume", None))
        self.pictures.setTabText(self.pictures.indexOf(self.movement_page), QCoreApplication.translate("MatrixPictures", u"Mo&ved", None))
#if QT_CONFIG(accessibility)
        self.read_out.setAccessibleName(QCoreApplication.translate("MatrixPictures", u"Point that is read out", None))
#endif // QT_CONFIG(accessibility)
        self.bias_heading.setText(QCoreApplication.translate("MatrixPictures", u"Volume or harm?", None))
        pass
    # retranslateUi

