# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'catalogue_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractButton, QAbstractItemView, QApplication, QComboBox,
    QDialog, QDialogButtonBox, QFormLayout, QFrame,
    QHBoxLayout, QHeaderView, QLabel, QLineEdit,
    QListWidget, QListWidgetItem, QPlainTextEdit, QPushButton,
    QScrollArea, QSizePolicy, QSpacerItem, QSpinBox,
    QTabWidget, QTableView, QVBoxLayout, QWidget)

class Ui_CatalogueDialog(object):
    def setupUi(self, CatalogueDialog):
        if not CatalogueDialog.objectName():
            CatalogueDialog.setObjectName(u"CatalogueDialog")
        CatalogueDialog.resize(1040, 660)
        CatalogueDialog.setSizeGripEnabled(True)
        self.layout = QVBoxLayout(CatalogueDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.explanation = QLabel(CatalogueDialog)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setWordWrap(True)

        self.layout.addWidget(self.explanation)

        self.pages = QTabWidget(CatalogueDialog)
        self.pages.setObjectName(u"pages")
        self.indicators_page = QWidget()
        self.indicators_page.setObjectName(u"indicators_page")
        self.indicators_layout = QHBoxLayout(self.indicators_page)
        self.indicators_layout.setSpacing(16)
        self.indicators_layout.setObjectName(u"indicators_layout")
        self.indicators_layout.setContentsMargins(8, 8, 8, 8)
        self.list_side = QVBoxLayout()
        self.list_side.setSpacing(4)
        self.list_side.setObjectName(u"list_side")
        self.find = QLineEdit(self.indicators_page)
        self.find.setObjectName(u"find")
        self.find.setClearButtonEnabled(True)

        self.list_side.addWidget(self.find)

        self.indicators = QListWidget(self.indicators_page)
        self.indicators.setObjectName(u"indicators")
        self.indicators.setMinimumSize(QSize(280, 0))

        self.list_side.addWidget(self.indicators)

        self.list_buttons = QHBoxLayout()
        self.list_buttons.setObjectName(u"list_buttons")
        self.add_indicator = QPushButton(self.indicators_page)
        self.add_indicator.setObjectName(u"add_indicator")
        self.add_indicator.setAutoDefault(False)

        self.list_buttons.addWidget(self.add_indicator)

        self.remove_indicator = QPushButton(self.indicators_page)
        self.remove_indicator.setObjectName(u"remove_indicator")
        self.remove_indicator.setAutoDefault(False)

        self.list_buttons.addWidget(self.remove_indicator)

        self.move_up = QPushButton(self.indicators_page)
        self.move_up.setObjectName(u"move_up")
        self.move_up.setAutoDefault(False)

        self.list_buttons.addWidget(self.move_up)

        self.move_down = QPushButton(self.indicators_page)
        self.move_down.setObjectName(u"move_down")
        self.move_down.setAutoDefault(False)

        self.list_buttons.addWidget(self.move_down)

        self.list_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_buttons.addItem(self.list_space)


        self.list_side.addLayout(self.list_buttons)


        self.indicators_layout.addLayout(self.list_side)

        self.form_scroll = QScrollArea(self.indicators_page)
        self.form_scroll.setObjectName(u"form_scroll")
        self.form_scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.form_scroll.setWidgetResizable(True)
        self.form_holder = QWidget()
        self.form_holder.setObjectName(u"form_holder")
        self.form_side = QVBoxLayout(self.form_holder)
        self.form_side.setObjectName(u"form_side")
        self.form_side.setContentsMargins(0, 0, -1, -1)
        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(6)
        self.name_label = QLabel(self.form_holder)
        self.name_label.setObjectName(u"name_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.name_label)

        self.name = QLineEdit(self.form_holder)
        self.name.setObjectName(u"name")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.name)

        self.short_name_label = QLabel(self.form_holder)
        self.short_name_label.setObjectName(u"short_name_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.short_name_label)

        self.short_name = QLineEdit(self.form_holder)
        self.short_name.setObjectName(u"short_name")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.short_name)

        self.priority_label = QLabel(self.form_holder)
        self.priority_label.setObjectName(u"priority_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.priority_label)

        self.priority = QComboBox(self.form_holder)
        self.priority.setObjectName(u"priority")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.priority)

        self.definition_label = QLabel(self.form_holder)
        self.definition_label.setObjectName(u"definition_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.definition_label)

        self.definition = QPlainTextEdit(self.form_holder)
        self.definition.setObjectName(u"definition")
        self.definition.setMaximumSize(QSize(16777215, 56))
        self.definition.setTabChangesFocus(True)

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.definition)

        self.unit_label = QLabel(self.form_holder)
        self.unit_label.setObjectName(u"unit_label")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.unit_label)

        self.unit = QComboBox(self.form_holder)
        self.unit.setObjectName(u"unit")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.unit)

        self.noun_label = QLabel(self.form_holder)
        self.noun_label.setObjectName(u"noun_label")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.noun_label)

        self.noun = QLineEdit(self.form_holder)
        self.noun.setObjectName(u"noun")

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.noun)

        self.decimals_label = QLabel(self.form_holder)
        self.decimals_label.setObjectName(u"decimals_label")

        self.form.setWidget(6, QFormLayout.ItemRole.LabelRole, self.decimals_label)

        self.decimals = QSpinBox(self.form_holder)
        self.decimals.setObjectName(u"decimals")
        self.decimals.setMaximum(4)

        self.form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.decimals)

        self.denominator_label = QLabel(self.form_holder)
        self.denominator_label.setObjectName(u"denominator_label")

        self.form.setWidget(7, QFormLayout.ItemRole.LabelRole, self.denominator_label)

        self.denominator = QComboBox(self.form_holder)
        self.denominator.setObjectName(u"denominator")

        self.form.setWidget(7, QFormLayout.ItemRole.FieldRole, self.denominator)

        self.polarity_label = QLabel(self.form_holder)
        self.polarity_label.setObjectName(u"polarity_label")

        self.form.setWidget(8, QFormLayout.ItemRole.LabelRole, self.polarity_label)

        self.polarity = QComboBox(self.form_holder)
        self.polarity.setObjectName(u"polarity")

        self.form.setWidget(8, QFormLayout.ItemRole.FieldRole, self.polarity)

        self.polarity_reason_label = QLabel(self.form_holder)
        self.polarity_reason_label.setObjectName(u"polarity_reason_label")

        self.form.setWidget(9, QFormLayout.ItemRole.LabelRole, self.polarity_reason_label)

        self.polarity_reason = QLineEdit(self.form_holder)
        self.polarity_reason.setObjectName(u"polarity_reason")

        self.form.setWidget(9, QFormLayout.ItemRole.FieldRole, self.polarity_reason)

        self.frequency_label = QLabel(self.form_holder)
        self.frequency_label.setObjectName(u"frequency_label")

        self.form.setWidget(10, QFormLayout.ItemRole.LabelRole, self.frequency_label)

        self.frequency = QComboBox(self.form_holder)
        self.frequency.setObjectName(u"frequency")

        self.form.setWidget(10, QFormLayout.ItemRole.FieldRole, self.frequency)

        self.partner_label = QLabel(self.form_holder)
        self.partner_label.setObjectName(u"partner_label")

        self.form.setWidget(11, QFormLayout.ItemRole.LabelRole, self.partner_label)

        self.partner = QLineEdit(self.form_holder)
        self.partner.setObjectName(u"partner")

        self.form.setWidget(11, QFormLayout.ItemRole.FieldRole, self.partner)

        self.delivery_days_label = QLabel(self.form_holder)
        self.delivery_days_label.setObjectName(u"delivery_days_label")

        self.form.setWidget(12, QFormLayout.ItemRole.LabelRole, self.delivery_days_label)

        self.delivery_days = QSpinBox(self.form_holder)
        self.delivery_days.setObjectName(u"delivery_days")
        self.delivery_days.setMaximum(730)

        self.form.setWidget(12, QFormLayout.ItemRole.FieldRole, self.delivery_days)

        self.footprint_label = QLabel(self.form_holder)
        self.footprint_label.setObjectName(u"footprint_label")

        self.form.setWidget(13, QFormLayout.ItemRole.LabelRole, self.footprint_label)

        self.footprint = QComboBox(self.form_holder)
        self.footprint.setObjectName(u"footprint")

        self.form.setWidget(13, QFormLayout.ItemRole.FieldRole, self.footprint)

        self.target_kind_label = QLabel(self.form_holder)
        self.target_kind_label.setObjectName(u"target_kind_label")

        self.form.setWidget(14, QFormLayout.ItemRole.LabelRole, self.target_kind_label)

        self.target_kind = QComboBox(self.form_holder)
        self.target_kind.setObjectName(u"target_kind")

        self.form.setWidget(14, QFormLayout.ItemRole.FieldRole, self.target_kind)

        self.target_low_label = QLabel(self.form_holder)
        self.target_low_label.setObjectName(u"target_low_label")

        self.form.setWidget(15, QFormLayout.ItemRole.LabelRole, self.target_low_label)

        self.target_low = QLineEdit(self.form_holder)
        self.target_low.setObjectName(u"target_low")

        self.form.setWidget(15, QFormLayout.ItemRole.FieldRole, self.target_low)

        self.target_high_label = QLabel(self.form_holder)
        self.target_high_label.setObjectName(u"target_high_label")

        self.form.setWidget(16, QFormLayout.ItemRole.LabelRole, self.target_high_label)

        self.target_high = QLineEdit(self.form_holder)
        self.target_high.setObjectName(u"target_high")

        self.form.setWidget(16, QFormLayout.ItemRole.FieldRole, self.target_high)

        self.target_amber_label = QLabel(self.form_holder)
        self.target_amber_label.setObjectName(u"target_amber_label")

        self.form.setWidget(17, QFormLayout.ItemRole.LabelRole, self.target_amber_label)

        self.target_amber = QLineEdit(self.form_holder)
        self.target_amber.setObjectName(u"target_amber")

        self.form.setWidget(17, QFormLayout.ItemRole.FieldRole, self.target_amber)

        self.target_source_label = QLabel(self.form_holder)
        self.target_source_label.setObjectName(u"target_source_label")

        self.form.setWidget(18, QFormLayout.ItemRole.LabelRole, self.target_source_label)

        self.target_source = QLineEdit(self.form_holder)
        self.target_source.setObjectName(u"target_source")

        self.form.setWidget(18, QFormLayout.ItemRole.FieldRole, self.target_source)

        self.groups_label = QLabel(self.form_holder)
        self.groups_label.setObjectName(u"groups_label")

        self.form.setWidget(19, QFormLayout.ItemRole.LabelRole, self.groups_label)

        self.groups = QListWidget(self.form_holder)
        self.groups.setObjectName(u"groups")
        self.groups.setMaximumSize(QSize(16777215, 64))

        self.form.setWidget(19, QFormLayout.ItemRole.FieldRole, self.groups)

        self.caveat_label = QLabel(self.form_holder)
        self.caveat_label.setObjectName(u"caveat_label")

        self.form.setWidget(20, QFormLayout.ItemRole.LabelRole, self.caveat_label)

        self.caveat = QPlainTextEdit(self.form_holder)
        self.caveat.setObjectName(u"caveat")
        self.caveat.setMaximumSize(QSize(16777215, 56))
        self.caveat.setTabChangesFocus(True)

        self.form.setWidget(20, QFormLayout.ItemRole.FieldRole, self.caveat)


        self.form_side.addLayout(self.form)

        self.breaks_label = QLabel(self.form_holder)
        self.breaks_label.setObjectName(u"breaks_label")

        self.form_side.addWidget(self.breaks_label)

        self.breaks = QTableView(self.form_holder)
        self.breaks.setObjectName(u"breaks")
        self.breaks.setTabKeyNavigation(False)
        self.breaks.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)

        self.form_side.addWidget(self.breaks)

        self.break_buttons = QHBoxLayout()
        self.break_buttons.setObjectName(u"break_buttons")
        self.add_break = QPushButton(self.form_holder)
        self.add_break.setObjectName(u"add_break")
        self.add_break.setAutoDefault(False)

        self.break_buttons.addWidget(self.add_break)

        self.remove_break = QPushButton(self.form_holder)
        self.remove_break.setObjectName(u"remove_break")
        self.remove_break.setAutoDefault(False)

        self.break_buttons.addWidget(self.remove_break)

        self.break_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.break_buttons.addItem(self.break_space)


        self.form_side.addLayout(self.break_buttons)

        self.form_scroll.setWidget(self.form_holder)

        self.indicators_layout.addWidget(self.form_scroll)

        self.pages.addTab(self.indicators_page, "")
        self.areas_page = QWidget()
        self.areas_page.setObjectName(u"areas_page")
        self.areas_layout = QVBoxLayout(self.areas_page)
        self.areas_layout.setObjectName(u"areas_layout")
        self.areas_layout.setContentsMargins(8, 8, 8, 8)
        self.areas = QTableView(self.areas_page)
        self.areas.setObjectName(u"areas")
        self.areas.setTabKeyNavigation(False)
        self.areas.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)

        self.areas_layout.addWidget(self.areas)

        self.area_buttons = QHBoxLayout()
        self.area_buttons.setObjectName(u"area_buttons")
        self.add_area = QPushButton(self.areas_page)
        self.add_area.setObjectName(u"add_area")
        self.add_area.setAutoDefault(False)

        self.area_buttons.addWidget(self.add_area)

        self.remove_area = QPushButton(self.areas_page)
        self.remove_area.setObjectName(u"remove_area")
        self.remove_area.setAutoDefault(False)

        self.area_buttons.addWidget(self.remove_area)

        self.area_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.area_buttons.addItem(self.area_space)


        self.areas_layout.addLayout(self.area_buttons)

        self.pages.addTab(self.areas_page, "")
        self.groups_page = QWidget()
        self.groups_page.setObjectName(u"groups_page")
        self.groups_layout = QVBoxLayout(self.groups_page)
        self.groups_layout.setObjectName(u"groups_layout")
        self.groups_layout.setContentsMargins(8, 8, 8, 8)
        self.group_table = QTableView(self.groups_page)
        self.group_table.setObjectName(u"group_table")
        self.group_table.setTabKeyNavigation(False)
        self.group_table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)

        self.groups_layout.addWidget(self.group_table)

        self.group_buttons = QHBoxLayout()
        self.group_buttons.setObjectName(u"group_buttons")
        self.add_group = QPushButton(self.groups_page)
        self.add_group.setObjectName(u"add_group")
        self.add_group.setAutoDefault(False)

        self.group_buttons.addWidget(self.add_group)

        self.remove_group = QPushButton(self.groups_page)
        self.remove_group.setObjectName(u"remove_group")
        self.remove_group.setAutoDefault(False)

        self.group_buttons.addWidget(self.remove_group)

        self.group_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.group_buttons.addItem(self.group_space)


        self.groups_layout.addLayout(self.group_buttons)

        self.members_label = QLabel(self.groups_page)
        self.members_label.setObjectName(u"members_label")

        self.groups_layout.addWidget(self.members_label)

        self.members = QTableView(self.groups_page)
        self.members.setObjectName(u"members")
        self.members.setTabKeyNavigation(False)
        self.members.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)

        self.groups_layout.addWidget(self.members)

        self.member_buttons = QHBoxLayout()
        self.member_buttons.setObjectName(u"member_buttons")
        self.add_member = QPushButton(self.groups_page)
        self.add_member.setObjectName(u"add_member")
        self.add_member.setAutoDefault(False)

        self.member_buttons.addWidget(self.add_member)

        self.remove_member = QPushButton(self.groups_page)
        self.remove_member.setObjectName(u"remove_member")
        self.remove_member.setAutoDefault(False)

        self.member_buttons.addWidget(self.remove_member)

        self.member_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.member_buttons.addItem(self.member_space)


        self.groups_layout.addLayout(self.member_buttons)

        self.pages.addTab(self.groups_page, "")
        self.priorities_page = QWidget()
        self.priorities_page.setObjectName(u"priorities_page")
        self.priorities_layout = QVBoxLayout(self.priorities_page)
        self.priorities_layout.setObjectName(u"priorities_layout")
        self.priorities_layout.setContentsMargins(8, 8, 8, 8)
        self.council_form = QFormLayout()
        self.council_form.setObjectName(u"council_form")
        self.council_label = QLabel(self.priorities_page)
        self.council_label.setObjectName(u"council_label")

        self.council_form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.council_label)

        self.council = QLineEdit(self.priorities_page)
        self.council.setObjectName(u"council")

        self.council_form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.council)


        self.priorities_layout.addLayout(self.council_form)

        self.priorities = QTableView(self.priorities_page)
        self.priorities.setObjectName(u"priorities")
        self.priorities.setTabKeyNavigation(False)
        self.priorities.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)

        self.priorities_layout.addWidget(self.priorities)

        self.pages.addTab(self.priorities_page, "")

        self.layout.addWidget(self.pages)

        self.bottom = QHBoxLayout()
        self.bottom.setObjectName(u"bottom")
        self.message = QLabel(CatalogueDialog)
        self.message.setObjectName(u"message")
        self.message.setWordWrap(True)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.message.sizePolicy().hasHeightForWidth())
        self.message.setSizePolicy(sizePolicy)

        self.bottom.addWidget(self.message)

        self.buttons = QDialogButtonBox(CatalogueDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Close)

        self.bottom.addWidget(self.buttons)


        self.layout.addLayout(self.bottom)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.short_name_label.setBuddy(self.short_name)
        self.priority_label.setBuddy(self.priority)
        self.definition_label.setBuddy(self.definition)
        self.unit_label.setBuddy(self.unit)
        self.noun_label.setBuddy(self.noun)
        self.decimals_label.setBuddy(self.decimals)
        self.denominator_label.setBuddy(self.denominator)
        self.polarity_label.setBuddy(self.polarity)
        self.polarity_reason_label.setBuddy(self.polarity_reason)
        self.frequency_label.setBuddy(self.frequency)
        self.partner_label.setBuddy(self.partner)
        self.delivery_days_label.setBuddy(self.delivery_days)
        self.footprint_label.setBuddy(self.footprint)
        self.target_kind_label.setBuddy(self.target_kind)
        self.target_low_label.setBuddy(self.target_low)
        self.target_high_label.setBuddy(self.target_high)
        self.target_amber_label.setBuddy(self.target_amber)
        self.target_source_label.setBuddy(self.target_source)
        self.groups_label.setBuddy(self.groups)
        self.caveat_label.setBuddy(self.caveat)
        self.breaks_label.setBuddy(self.breaks)
        self.members_label.setBuddy(self.members)
        self.council_label.setBuddy(self.council)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(CatalogueDialog)
        self.buttons.rejected.connect(CatalogueDialog.reject)

        QMetaObject.connectSlotsByName(CatalogueDialog)
    # setupUi

    def retranslateUi(self, CatalogueDialog):
        CatalogueDialog.setWindowTitle(QCoreApplication.translate("CatalogueDialog", u"Catalogue", None))
        self.explanation.setText(QCoreApplication.translate("CatalogueDialog", u"What is measured, where and against whom. Every change is kept at once, can be undone, and is recorded.", None))
        self.find.setPlaceholderText(QCoreApplication.translate("CatalogueDialog", u"Find an indicator", None))
#if QT_CONFIG(accessibility)
        self.find.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Find an indicator", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.indicators.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Indicators", None))
#endif // QT_CONFIG(accessibility)
        self.add_indicator.setText(QCoreApplication.translate("CatalogueDialog", u"&Add", None))
        self.remove_indicator.setText(QCoreApplication.translate("CatalogueDialog", u"Re&move", None))
        self.move_up.setText(QCoreApplication.translate("CatalogueDialog", u"Up", None))
#if QT_CONFIG(accessibility)
        self.move_up.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Move the indicator up, on screen and in the paper", None))
#endif // QT_CONFIG(accessibility)
        self.move_down.setText(QCoreApplication.translate("CatalogueDialog", u"Down", None))
#if QT_CONFIG(accessibility)
        self.move_down.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Move the indicator down, on screen and in the paper", None))
#endif // QT_CONFIG(accessibility)
        self.name_label.setText(QCoreApplication.translate("CatalogueDialog", u"&Name", None))
        self.short_name_label.setText(QCoreApplication.translate("CatalogueDialog", u"Short name", None))
        self.priority_label.setText(QCoreApplication.translate("CatalogueDialog", u"&Priority", None))
        self.definition_label.setText(QCoreApplication.translate("CatalogueDialog", u"&Definition", None))
        self.unit_label.setText(QCoreApplication.translate("CatalogueDialog", u"&Unit", None))
        self.noun_label.setText(QCoreApplication.translate("CatalogueDialog", u"What is counted", None))
        self.decimals_label.setText(QCoreApplication.translate("CatalogueDialog", u"Decimals shown", None))
        self.denominator_label.setText(QCoreApplication.translate("CatalogueDialog", u"Divided by", None))
        self.polarity_label.setText(QCoreApplication.translate("CatalogueDialog", u"P&olarity", None))
        self.polarity_reason_label.setText(QCoreApplication.translate("CatalogueDialog", u"Why, if contested", None))
        self.frequency_label.setText(QCoreApplication.translate("CatalogueDialog", u"&Frequency", None))
        self.partner_label.setText(QCoreApplication.translate("CatalogueDialog", u"Sour&ce partner", None))
        self.delivery_days_label.setText(QCoreApplication.translate("CatalogueDialog", u"Days to delivery", None))
        self.footprint_label.setText(QCoreApplication.translate("CatalogueDialog", u"Foo&tprint", None))
        self.target_kind_label.setText(QCoreApplication.translate("CatalogueDialog", u"Tar&get", None))
        self.target_low_label.setText(QCoreApplication.translate("CatalogueDialog", u"Target: from", None))
        self.target_high_label.setText(QCoreApplication.translate("CatalogueDialog", u"Target: to", None))
        self.target_amber_label.setText(QCoreApplication.translate("CatalogueDialog", u"Close within (%)", None))
        self.target_source_label.setText(QCoreApplication.translate("CatalogueDialog", u"Target's source", None))
        self.groups_label.setText(QCoreApplication.translate("CatalogueDialog", u"Comparator g&roups", None))
        self.caveat_label.setText(QCoreApplication.translate("CatalogueDialog", u"Ca&veat", None))
        self.breaks_label.setText(QCoreApplication.translate("CatalogueDialog", u"Definition &breaks: nothing is compared across these dates", None))
#if QT_CONFIG(accessibility)
        self.breaks.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Definition breaks", None))
#endif // QT_CONFIG(accessibility)
        self.add_break.setText(QCoreApplication.translate("CatalogueDialog", u"Add a break", None))
        self.remove_break.setText(QCoreApplication.translate("CatalogueDialog", u"Remove the break", None))
        self.pages.setTabText(self.pages.indexOf(self.indicators_page), QCoreApplication.translate("CatalogueDialog", u"&Indicators", None))
#if QT_CONFIG(accessibility)
        self.areas.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Areas", None))
#endif // QT_CONFIG(accessibility)
        self.add_area.setText(QCoreApplication.translate("CatalogueDialog", u"Add an area", None))
        self.remove_area.setText(QCoreApplication.translate("CatalogueDialog", u"Remove the area", None))
        self.pages.setTabText(self.pages.indexOf(self.areas_page), QCoreApplication.translate("CatalogueDialog", u"&Areas", None))
#if QT_CONFIG(accessibility)
        self.group_table.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Comparator groups", None))
#endif // QT_CONFIG(accessibility)
        self.add_group.setText(QCoreApplication.translate("CatalogueDialog", u"Add a group", None))
        self.remove_group.setText(QCoreApplication.translate("CatalogueDialog", u"Remove the group", None))
        self.members_label.setText(QCoreApplication.translate("CatalogueDialog", u"&Members of the selected group", None))
#if QT_CONFIG(accessibility)
        self.members.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Members of the group", None))
#endif // QT_CONFIG(accessibility)
        self.add_member.setText(QCoreApplication.translate("CatalogueDialog", u"Add a member", None))
        self.remove_member.setText(QCoreApplication.translate("CatalogueDialog", u"Remove the member", None))
        self.pages.setTabText(self.pages.indexOf(self.groups_page), QCoreApplication.translate("CatalogueDialog", u"&Groups", None))
        self.council_label.setText(QCoreApplication.translate("CatalogueDialog", u"&Council", None))
#if QT_CONFIG(accessibility)
        self.priorities.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Priorities", None))
#endif // QT_CONFIG(accessibility)
        self.pages.setTabText(self.pages.indexOf(self.priorities_page), QCoreApplication.translate("CatalogueDialog", u"Priorities and &council", None))
#if QT_CONFIG(accessibility)
        self.message.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"What was wrong with the last change", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

