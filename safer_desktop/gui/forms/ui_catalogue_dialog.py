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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QComboBox, QDialog,
    QFormLayout, QFrame, QHBoxLayout, QHeaderView,
    QLabel, QLineEdit, QListWidget, QListWidgetItem,
    QPlainTextEdit, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QSpinBox, QTabWidget, QTableView,
    QVBoxLayout, QWidget)

from safer_desktop.gui.widgets.check_list import CheckList

class Ui_CatalogueDialog(object):
    def setupUi(self, CatalogueDialog):
        if not CatalogueDialog.objectName():
            CatalogueDialog.setObjectName(u"CatalogueDialog")
        CatalogueDialog.resize(1240, 690)
        CatalogueDialog.setSizeGripEnabled(True)
        self.layout = QVBoxLayout(CatalogueDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(12, 12, 12, 12)
        self.pages = QTabWidget(CatalogueDialog)
        self.pages.setObjectName(u"pages")
        self.indicators_page = QWidget()
        self.indicators_page.setObjectName(u"indicators_page")
        self.indicators_layout = QHBoxLayout(self.indicators_page)
        self.indicators_layout.setSpacing(16)
        self.indicators_layout.setObjectName(u"indicators_layout")
        self.indicators_layout.setContentsMargins(8, 8, 8, 8)
        self.list_side = QVBoxLayout()
        self.list_side.setSpacing(6)
        self.list_side.setObjectName(u"list_side")
        self.list_side.setContentsMargins(0, 0, 0, 0)
        self.find = QLineEdit(self.indicators_page)
        self.find.setObjectName(u"find")
        self.find.setClearButtonEnabled(True)

        self.list_side.addWidget(self.find)

        self.indicators = QListWidget(self.indicators_page)
        self.indicators.setObjectName(u"indicators")
        self.indicators.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.indicators.setSpacing(1)
        self.indicators.setMinimumSize(QSize(250, 0))
        self.indicators.setMaximumSize(QSize(300, 16777215))

        self.list_side.addWidget(self.indicators)

        self.list_buttons = QHBoxLayout()
        self.list_buttons.setSpacing(4)
        self.list_buttons.setObjectName(u"list_buttons")
        self.list_buttons.setContentsMargins(0, 0, 0, 0)
        self.add_indicator = QPushButton(self.indicators_page)
        self.add_indicator.setObjectName(u"add_indicator")
        self.add_indicator.setAutoDefault(False)

        self.list_buttons.addWidget(self.add_indicator)

        self.duplicate_indicator = QPushButton(self.indicators_page)
        self.duplicate_indicator.setObjectName(u"duplicate_indicator")
        self.duplicate_indicator.setAutoDefault(False)

        self.list_buttons.addWidget(self.duplicate_indicator)

        self.remove_indicator = QPushButton(self.indicators_page)
        self.remove_indicator.setObjectName(u"remove_indicator")
        self.remove_indicator.setAutoDefault(False)

        self.list_buttons.addWidget(self.remove_indicator)


        self.list_side.addLayout(self.list_buttons)

        self.order_buttons = QHBoxLayout()
        self.order_buttons.setSpacing(4)
        self.order_buttons.setObjectName(u"order_buttons")
        self.order_buttons.setContentsMargins(0, 0, 0, 0)
        self.indicator_up = QPushButton(self.indicators_page)
        self.indicator_up.setObjectName(u"indicator_up")
        self.indicator_up.setAutoDefault(False)

        self.order_buttons.addWidget(self.indicator_up)

        self.indicator_down = QPushButton(self.indicators_page)
        self.indicator_down.setObjectName(u"indicator_down")
        self.indicator_down.setAutoDefault(False)

        self.order_buttons.addWidget(self.indicator_down)

        self.order_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.order_buttons.addItem(self.order_space)


        self.list_side.addLayout(self.order_buttons)


        self.indicators_layout.addLayout(self.list_side)

        self.form_scroll = QScrollArea(self.indicators_page)
        self.form_scroll.setObjectName(u"form_scroll")
        self.form_scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.form_scroll.setWidgetResizable(True)
        self.form_holder = QWidget()
        self.form_holder.setObjectName(u"form_holder")
        self.form_side = QHBoxLayout(self.form_holder)
        self.form_side.setSpacing(24)
        self.form_side.setObjectName(u"form_side")
        self.form_side.setContentsMargins(0, 0, 0, 0)
        self.what_side = QVBoxLayout()
        self.what_side.setSpacing(8)
        self.what_side.setObjectName(u"what_side")
        self.what_side.setContentsMargins(0, 0, 0, 0)
        self.what_form = QFormLayout()
        self.what_form.setObjectName(u"what_form")
        self.what_form.setHorizontalSpacing(12)
        self.what_form.setVerticalSpacing(6)
        self.what_form.setContentsMargins(0, 0, 0, 0)
        self.what_section = QLabel(self.form_holder)
        self.what_section.setObjectName(u"what_section")
        self.what_section.setProperty(u"role", u"section")

        self.what_form.setWidget(0, QFormLayout.ItemRole.SpanningRole, self.what_section)

        self.name_label = QLabel(self.form_holder)
        self.name_label.setObjectName(u"name_label")

        self.what_form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.name_label)

        self.name = QLineEdit(self.form_holder)
        self.name.setObjectName(u"name")

        self.what_form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.name)

        self.short_name_label = QLabel(self.form_holder)
        self.short_name_label.setObjectName(u"short_name_label")

        self.what_form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.short_name_label)

        self.short_name = QLineEdit(self.form_holder)
        self.short_name.setObjectName(u"short_name")

        self.what_form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.short_name)

        self.priority_label = QLabel(self.form_holder)
        self.priority_label.setObjectName(u"priority_label")

        self.what_form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.priority_label)

        self.priority = QComboBox(self.form_holder)
        self.priority.setObjectName(u"priority")
        self.priority.setMinimumContentsLength(12)
        self.priority.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.priority.setMaxVisibleItems(20)

        self.what_form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.priority)

        self.definition_label = QLabel(self.form_holder)
        self.definition_label.setObjectName(u"definition_label")

        self.what_form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.definition_label)

        self.definition = QPlainTextEdit(self.form_holder)
        self.definition.setObjectName(u"definition")
        self.definition.setMinimumSize(QSize(0, 62))
        self.definition.setMaximumSize(QSize(16777215, 62))
        self.definition.setTabChangesFocus(True)

        self.what_form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.definition)

        self.unit_label = QLabel(self.form_holder)
        self.unit_label.setObjectName(u"unit_label")

        self.what_form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.unit_label)

        self.unit = QComboBox(self.form_holder)
        self.unit.setObjectName(u"unit")
        self.unit.setMinimumContentsLength(12)
        self.unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.unit.setMaxVisibleItems(20)

        self.what_form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.unit)

        self.noun_label = QLabel(self.form_holder)
        self.noun_label.setObjectName(u"noun_label")

        self.what_form.setWidget(6, QFormLayout.ItemRole.LabelRole, self.noun_label)

        self.noun = QLineEdit(self.form_holder)
        self.noun.setObjectName(u"noun")

        self.what_form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.noun)

        self.denominator_label = QLabel(self.form_holder)
        self.denominator_label.setObjectName(u"denominator_label")

        self.what_form.setWidget(7, QFormLayout.ItemRole.LabelRole, self.denominator_label)

        self.denominator = QComboBox(self.form_holder)
        self.denominator.setObjectName(u"denominator")
        self.denominator.setMinimumContentsLength(12)
        self.denominator.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.denominator.setMaxVisibleItems(20)

        self.what_form.setWidget(7, QFormLayout.ItemRole.FieldRole, self.denominator)

        self.counts_label = QLabel(self.form_holder)
        self.counts_label.setObjectName(u"counts_label")

        self.what_form.setWidget(8, QFormLayout.ItemRole.LabelRole, self.counts_label)

        self.counts = QComboBox(self.form_holder)
        self.counts.setObjectName(u"counts")
        self.counts.setMinimumContentsLength(12)
        self.counts.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.counts.setMaxVisibleItems(20)

        self.what_form.setWidget(8, QFormLayout.ItemRole.FieldRole, self.counts)

        self.decimals_label = QLabel(self.form_holder)
        self.decimals_label.setObjectName(u"decimals_label")

        self.what_form.setWidget(9, QFormLayout.ItemRole.LabelRole, self.decimals_label)

        self.decimals = QSpinBox(self.form_holder)
        self.decimals.setObjectName(u"decimals")
        self.decimals.setMaximum(4)
        self.decimals.setKeyboardTracking(False)

        self.what_form.setWidget(9, QFormLayout.ItemRole.FieldRole, self.decimals)

        self.source_section = QLabel(self.form_holder)
        self.source_section.setObjectName(u"source_section")
        self.source_section.setProperty(u"role", u"section")

        self.what_form.setWidget(10, QFormLayout.ItemRole.SpanningRole, self.source_section)

        self.partner_label = QLabel(self.form_holder)
        self.partner_label.setObjectName(u"partner_label")

        self.what_form.setWidget(11, QFormLayout.ItemRole.LabelRole, self.partner_label)

        self.partner = QLineEdit(self.form_holder)
        self.partner.setObjectName(u"partner")

        self.what_form.setWidget(11, QFormLayout.ItemRole.FieldRole, self.partner)

        self.contact_label = QLabel(self.form_holder)
        self.contact_label.setObjectName(u"contact_label")

        self.what_form.setWidget(12, QFormLayout.ItemRole.LabelRole, self.contact_label)

        self.contact = QLineEdit(self.form_holder)
        self.contact.setObjectName(u"contact")

        self.what_form.setWidget(12, QFormLayout.ItemRole.FieldRole, self.contact)

        self.frequency_label = QLabel(self.form_holder)
        self.frequency_label.setObjectName(u"frequency_label")

        self.what_form.setWidget(13, QFormLayout.ItemRole.LabelRole, self.frequency_label)

        self.frequency = QComboBox(self.form_holder)
        self.frequency.setObjectName(u"frequency")
        self.frequency.setMinimumContentsLength(12)
        self.frequency.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.frequency.setMaxVisibleItems(20)

        self.what_form.setWidget(13, QFormLayout.ItemRole.FieldRole, self.frequency)

        self.delivery_days_label = QLabel(self.form_holder)
        self.delivery_days_label.setObjectName(u"delivery_days_label")

        self.what_form.setWidget(14, QFormLayout.ItemRole.LabelRole, self.delivery_days_label)

        self.delivery_days = QSpinBox(self.form_holder)
        self.delivery_days.setObjectName(u"delivery_days")
        self.delivery_days.setMaximum(730)
        self.delivery_days.setKeyboardTracking(False)

        self.what_form.setWidget(14, QFormLayout.ItemRole.FieldRole, self.delivery_days)

        self.footprint_label = QLabel(self.form_holder)
        self.footprint_label.setObjectName(u"footprint_label")

        self.what_form.setWidget(15, QFormLayout.ItemRole.LabelRole, self.footprint_label)

        self.footprint = QComboBox(self.form_holder)
        self.footprint.setObjectName(u"footprint")
        self.footprint.setMinimumContentsLength(12)
        self.footprint.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.footprint.setMaxVisibleItems(20)

        self.what_form.setWidget(15, QFormLayout.ItemRole.FieldRole, self.footprint)

        self.caveat_label = QLabel(self.form_holder)
        self.caveat_label.setObjectName(u"caveat_label")

        self.what_form.setWidget(16, QFormLayout.ItemRole.LabelRole, self.caveat_label)

        self.caveat = QPlainTextEdit(self.form_holder)
        self.caveat.setObjectName(u"caveat")
        self.caveat.setMinimumSize(QSize(0, 62))
        self.caveat.setMaximumSize(QSize(16777215, 62))
        self.caveat.setTabChangesFocus(True)

        self.what_form.setWidget(16, QFormLayout.ItemRole.FieldRole, self.caveat)


        self.what_side.addLayout(self.what_form)

        self.what_space = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.what_side.addItem(self.what_space)


        self.form_side.addLayout(self.what_side)

        self.judge_side = QVBoxLayout()
        self.judge_side.setSpacing(8)
        self.judge_side.setObjectName(u"judge_side")
        self.judge_side.setContentsMargins(0, 0, 0, 0)
        self.judge_form = QFormLayout()
        self.judge_form.setObjectName(u"judge_form")
        self.judge_form.setHorizontalSpacing(12)
        self.judge_form.setVerticalSpacing(6)
        self.judge_form.setContentsMargins(0, 0, 0, 0)
        self.judge_section = QLabel(self.form_holder)
        self.judge_section.setObjectName(u"judge_section")
        self.judge_section.setProperty(u"role", u"section")

        self.judge_form.setWidget(0, QFormLayout.ItemRole.SpanningRole, self.judge_section)

        self.polarity_label = QLabel(self.form_holder)
        self.polarity_label.setObjectName(u"polarity_label")

        self.judge_form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.polarity_label)

        self.polarity = QComboBox(self.form_holder)
        self.polarity.setObjectName(u"polarity")
        self.polarity.setMinimumContentsLength(12)
        self.polarity.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.polarity.setMaxVisibleItems(20)

        self.judge_form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.polarity)

        self.polarity_reason_label = QLabel(self.form_holder)
        self.polarity_reason_label.setObjectName(u"polarity_reason_label")

        self.judge_form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.polarity_reason_label)

        self.polarity_reason = QPlainTextEdit(self.form_holder)
        self.polarity_reason.setObjectName(u"polarity_reason")
        self.polarity_reason.setMinimumSize(QSize(0, 46))
        self.polarity_reason.setMaximumSize(QSize(16777215, 46))
        self.polarity_reason.setTabChangesFocus(True)

        self.judge_form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.polarity_reason)

        self.target_kind_label = QLabel(self.form_holder)
        self.target_kind_label.setObjectName(u"target_kind_label")

        self.judge_form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.target_kind_label)

        self.target_kind = QComboBox(self.form_holder)
        self.target_kind.setObjectName(u"target_kind")
        self.target_kind.setMinimumContentsLength(12)
        self.target_kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.target_kind.setMaxVisibleItems(20)

        self.judge_form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.target_kind)

        self.target_low_label = QLabel(self.form_holder)
        self.target_low_label.setObjectName(u"target_low_label")

        self.judge_form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.target_low_label)

        self.target_row = QHBoxLayout()
        self.target_row.setSpacing(6)
        self.target_row.setObjectName(u"target_row")
        self.target_row.setContentsMargins(0, 0, 0, 0)
        self.target_low = QLineEdit(self.form_holder)
        self.target_low.setObjectName(u"target_low")

        self.target_row.addWidget(self.target_low)

        self.target_to_label = QLabel(self.form_holder)
        self.target_to_label.setObjectName(u"target_to_label")

        self.target_row.addWidget(self.target_to_label)

        self.target_high = QLineEdit(self.form_holder)
        self.target_high.setObjectName(u"target_high")

        self.target_row.addWidget(self.target_high)

        self.target_unit = QLabel(self.form_holder)
        self.target_unit.setObjectName(u"target_unit")

        self.target_row.addWidget(self.target_unit)


        self.judge_form.setLayout(4, QFormLayout.ItemRole.FieldRole, self.target_row)

        self.target_amber_label = QLabel(self.form_holder)
        self.target_amber_label.setObjectName(u"target_amber_label")

        self.judge_form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.target_amber_label)

        self.target_amber = QLineEdit(self.form_holder)
        self.target_amber.setObjectName(u"target_amber")

        self.judge_form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.target_amber)

        self.target_source_label = QLabel(self.form_holder)
        self.target_source_label.setObjectName(u"target_source_label")

        self.judge_form.setWidget(6, QFormLayout.ItemRole.LabelRole, self.target_source_label)

        self.target_source = QPlainTextEdit(self.form_holder)
        self.target_source.setObjectName(u"target_source")
        self.target_source.setMinimumSize(QSize(0, 46))
        self.target_source.setMaximumSize(QSize(16777215, 46))
        self.target_source.setTabChangesFocus(True)

        self.judge_form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.target_source)


        self.judge_side.addLayout(self.judge_form)

        self.groups_box = QVBoxLayout()
        self.groups_box.setSpacing(4)
        self.groups_box.setObjectName(u"groups_box")
        self.groups_box.setContentsMargins(0, 0, 0, 0)
        self.groups_label = QLabel(self.form_holder)
        self.groups_label.setObjectName(u"groups_label")
        self.groups_label.setProperty(u"role", u"strong")

        self.groups_box.addWidget(self.groups_label)

        self.groups = CheckList(self.form_holder)
        self.groups.setObjectName(u"groups")
        self.groups.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.groups.setMinimumSize(QSize(0, 58))
        self.groups.setMaximumSize(QSize(16777215, 58))

        self.groups_box.addWidget(self.groups)

        self.group_order_buttons = QHBoxLayout()
        self.group_order_buttons.setSpacing(4)
        self.group_order_buttons.setObjectName(u"group_order_buttons")
        self.group_order_buttons.setContentsMargins(0, 0, 0, 0)
        self.group_up = QPushButton(self.form_holder)
        self.group_up.setObjectName(u"group_up")
        self.group_up.setAutoDefault(False)

        self.group_order_buttons.addWidget(self.group_up)

        self.group_down = QPushButton(self.form_holder)
        self.group_down.setObjectName(u"group_down")
        self.group_down.setAutoDefault(False)

        self.group_order_buttons.addWidget(self.group_down)

        self.group_order_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.group_order_buttons.addItem(self.group_order_space)


        self.groups_box.addLayout(self.group_order_buttons)


        self.judge_side.addLayout(self.groups_box)

        self.breaks_box = QVBoxLayout()
        self.breaks_box.setSpacing(4)
        self.breaks_box.setObjectName(u"breaks_box")
        self.breaks_box.setContentsMargins(0, 0, 0, 0)
        self.breaks_label = QLabel(self.form_holder)
        self.breaks_label.setObjectName(u"breaks_label")
        self.breaks_label.setProperty(u"role", u"strong")

        self.breaks_box.addWidget(self.breaks_label)

        self.breaks = QTableView(self.form_holder)
        self.breaks.setObjectName(u"breaks")
        self.breaks.setMinimumSize(QSize(0, 112))
        self.breaks.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed|QAbstractItemView.EditTrigger.DoubleClicked|QAbstractItemView.EditTrigger.EditKeyPressed|QAbstractItemView.EditTrigger.SelectedClicked)
        self.breaks.setTabKeyNavigation(False)
        self.breaks.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.breaks.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)

        self.breaks_box.addWidget(self.breaks)

        self.break_buttons = QHBoxLayout()
        self.break_buttons.setSpacing(4)
        self.break_buttons.setObjectName(u"break_buttons")
        self.break_buttons.setContentsMargins(0, 0, 0, 0)
        self.add_break = QPushButton(self.form_holder)
        self.add_break.setObjectName(u"add_break")
        self.add_break.setAutoDefault(False)

        self.break_buttons.addWidget(self.add_break)

        self.remove_break = QPushButton(self.form_holder)
        self.remove_break.setObjectName(u"remove_break")
        self.remove_break.setAutoDefault(False)

        self.break_buttons.addWidget(self.remove_break)

        self.bridge_break = QPushButton(self.form_holder)
        self.bridge_break.setObjectName(u"bridge_break")
        self.bridge_break.setAutoDefault(False)

        self.break_buttons.addWidget(self.bridge_break)

        self.break_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.break_buttons.addItem(self.break_space)


        self.breaks_box.addLayout(self.break_buttons)


        self.judge_side.addLayout(self.breaks_box)

        self.judge_space = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.judge_side.addItem(self.judge_space)


        self.form_side.addLayout(self.judge_side)

        self.form_side.setStretch(0, 1)
        self.form_side.setStretch(1, 1)
        self.form_scroll.setWidget(self.form_holder)

        self.indicators_layout.addWidget(self.form_scroll)

        self.indicators_layout.setStretch(1, 1)
        self.pages.addTab(self.indicators_page, "")
        self.areas_page = QWidget()
        self.areas_page.setObjectName(u"areas_page")
        self.areas_layout = QHBoxLayout(self.areas_page)
        self.areas_layout.setSpacing(16)
        self.areas_layout.setObjectName(u"areas_layout")
        self.areas_layout.setContentsMargins(8, 8, 8, 8)
        self.areas_side = QVBoxLayout()
        self.areas_side.setSpacing(6)
        self.areas_side.setObjectName(u"areas_side")
        self.areas_side.setContentsMargins(0, 0, 0, 0)
        self.areas = QTableView(self.areas_page)
        self.areas.setObjectName(u"areas")
        self.areas.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed|QAbstractItemView.EditTrigger.DoubleClicked|QAbstractItemView.EditTrigger.EditKeyPressed|QAbstractItemView.EditTrigger.SelectedClicked)
        self.areas.setTabKeyNavigation(False)
        self.areas.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.areas.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)

        self.areas_side.addWidget(self.areas)

        self.area_buttons = QHBoxLayout()
        self.area_buttons.setSpacing(4)
        self.area_buttons.setObjectName(u"area_buttons")
        self.area_buttons.setContentsMargins(0, 0, 0, 0)
        self.add_area = QPushButton(self.areas_page)
        self.add_area.setObjectName(u"add_area")
        self.add_area.setAutoDefault(False)

        self.area_buttons.addWidget(self.add_area)

        self.remove_area = QPushButton(self.areas_page)
        self.remove_area.setObjectName(u"remove_area")
        self.remove_area.setAutoDefault(False)

        self.area_buttons.addWidget(self.remove_area)

        self.area_up = QPushButton(self.areas_page)
        self.area_up.setObjectName(u"area_up")
        self.area_up.setAutoDefault(False)

        self.area_buttons.addWidget(self.area_up)

        self.area_down = QPushButton(self.areas_page)
        self.area_down.setObjectName(u"area_down")
        self.area_down.setAutoDefault(False)

        self.area_buttons.addWidget(self.area_down)

        self.area_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.area_buttons.addItem(self.area_space)


        self.areas_side.addLayout(self.area_buttons)


        self.areas_layout.addLayout(self.areas_side)

        self.parts_side = QVBoxLayout()
        self.parts_side.setSpacing(6)
        self.parts_side.setObjectName(u"parts_side")
        self.parts_side.setContentsMargins(0, 0, 0, 0)
        self.parts_label = QLabel(self.areas_page)
        self.parts_label.setObjectName(u"parts_label")
        self.parts_label.setProperty(u"role", u"strong")

        self.parts_side.addWidget(self.parts_label)

        self.parts = CheckList(self.areas_page)
        self.parts.setObjectName(u"parts")
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.parts_side.addWidget(self.parts)

        self.parts_note = QLabel(self.areas_page)
        self.parts_note.setObjectName(u"parts_note")
        self.parts_note.setWordWrap(True)
        self.parts_note.setProperty(u"role", u"caption")

        self.parts_side.addWidget(self.parts_note)


        self.areas_layout.addLayout(self.parts_side)

        self.areas_layout.setStretch(0, 4)
        self.areas_layout.setStretch(1, 1)
        self.pages.addTab(self.areas_page, "")
        self.groups_page = QWidget()
        self.groups_page.setObjectName(u"groups_page")
        self.groups_layout = QVBoxLayout(self.groups_page)
        self.groups_layout.setSpacing(6)
        self.groups_layout.setObjectName(u"groups_layout")
        self.groups_layout.setContentsMargins(8, 8, 8, 8)
        self.group_table_label = QLabel(self.groups_page)
        self.group_table_label.setObjectName(u"group_table_label")
        self.group_table_label.setProperty(u"role", u"strong")

        self.groups_layout.addWidget(self.group_table_label)

        self.group_table = QTableView(self.groups_page)
        self.group_table.setObjectName(u"group_table")
        self.group_table.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed|QAbstractItemView.EditTrigger.DoubleClicked|QAbstractItemView.EditTrigger.EditKeyPressed|QAbstractItemView.EditTrigger.SelectedClicked)
        self.group_table.setTabKeyNavigation(False)
        self.group_table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.group_table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)

        self.groups_layout.addWidget(self.group_table)

        self.group_buttons = QHBoxLayout()
        self.group_buttons.setSpacing(4)
        self.group_buttons.setObjectName(u"group_buttons")
        self.group_buttons.setContentsMargins(0, 0, 0, 0)
        self.add_group = QPushButton(self.groups_page)
        self.add_group.setObjectName(u"add_group")
        self.add_group.setAutoDefault(False)

        self.group_buttons.addWidget(self.add_group)

        self.remove_group = QPushButton(self.groups_page)
        self.remove_group.setObjectName(u"remove_group")
        self.remove_group.setAutoDefault(False)

        self.group_buttons.addWidget(self.remove_group)

        self.group_row_up = QPushButton(self.groups_page)
        self.group_row_up.setObjectName(u"group_row_up")
        self.group_row_up.setAutoDefault(False)

        self.group_buttons.addWidget(self.group_row_up)

        self.group_row_down = QPushButton(self.groups_page)
        self.group_row_down.setObjectName(u"group_row_down")
        self.group_row_down.setAutoDefault(False)

        self.group_buttons.addWidget(self.group_row_down)

        self.group_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.group_buttons.addItem(self.group_space)


        self.groups_layout.addLayout(self.group_buttons)

        self.members_label = QLabel(self.groups_page)
        self.members_label.setObjectName(u"members_label")
        self.members_label.setProperty(u"role", u"strong")

        self.groups_layout.addWidget(self.members_label)

        self.members = QTableView(self.groups_page)
        self.members.setObjectName(u"members")
        self.members.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed|QAbstractItemView.EditTrigger.DoubleClicked|QAbstractItemView.EditTrigger.EditKeyPressed|QAbstractItemView.EditTrigger.SelectedClicked)
        self.members.setTabKeyNavigation(False)
        self.members.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.members.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)

        self.groups_layout.addWidget(self.members)

        self.member_buttons = QHBoxLayout()
        self.member_buttons.setSpacing(4)
        self.member_buttons.setObjectName(u"member_buttons")
        self.member_buttons.setContentsMargins(0, 0, 0, 0)
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

        self.groups_layout.setStretch(1, 2)
        self.groups_layout.setStretch(4, 5)
        self.pages.addTab(self.groups_page, "")
        self.partners_page = QWidget()
        self.partners_page.setObjectName(u"partners_page")
        self.partners_layout = QVBoxLayout(self.partners_page)
        self.partners_layout.setSpacing(6)
        self.partners_layout.setObjectName(u"partners_layout")
        self.partners_layout.setContentsMargins(8, 8, 8, 8)
        self.contacts_label = QLabel(self.partners_page)
        self.contacts_label.setObjectName(u"contacts_label")
        self.contacts_label.setProperty(u"role", u"strong")

        self.partners_layout.addWidget(self.contacts_label)

        self.contacts = QTableView(self.partners_page)
        self.contacts.setObjectName(u"contacts")
        self.contacts.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed|QAbstractItemView.EditTrigger.DoubleClicked|QAbstractItemView.EditTrigger.EditKeyPressed|QAbstractItemView.EditTrigger.SelectedClicked)
        self.contacts.setTabKeyNavigation(False)
        self.contacts.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.contacts.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)

        self.partners_layout.addWidget(self.contacts)

        self.contacts_note = QLabel(self.partners_page)
        self.contacts_note.setObjectName(u"contacts_note")
        self.contacts_note.setWordWrap(True)
        self.contacts_note.setProperty(u"role", u"caption")

        self.partners_layout.addWidget(self.contacts_note)

        self.contact_buttons = QHBoxLayout()
        self.contact_buttons.setSpacing(4)
        self.contact_buttons.setObjectName(u"contact_buttons")
        self.add_contact = QPushButton(self.partners_page)
        self.add_contact.setObjectName(u"add_contact")
        self.add_contact.setAutoDefault(False)

        self.contact_buttons.addWidget(self.add_contact)

        self.remove_contact = QPushButton(self.partners_page)
        self.remove_contact.setObjectName(u"remove_contact")
        self.remove_contact.setAutoDefault(False)

        self.contact_buttons.addWidget(self.remove_contact)

        self.contact_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.contact_buttons.addItem(self.contact_space)


        self.partners_layout.addLayout(self.contact_buttons)

        self.pages.addTab(self.partners_page, "")
        self.priorities_page = QWidget()
        self.priorities_page.setObjectName(u"priorities_page")
        self.priorities_layout = QHBoxLayout(self.priorities_page)
        self.priorities_layout.setSpacing(16)
        self.priorities_layout.setObjectName(u"priorities_layout")
        self.priorities_layout.setContentsMargins(8, 8, 8, 8)
        self.priorities_side = QVBoxLayout()
        self.priorities_side.setSpacing(6)
        self.priorities_side.setObjectName(u"priorities_side")
        self.priorities_side.setContentsMargins(0, 0, 0, 0)
        self.priorities_label = QLabel(self.priorities_page)
        self.priorities_label.setObjectName(u"priorities_label")
        self.priorities_label.setProperty(u"role", u"strong")

        self.priorities_side.addWidget(self.priorities_label)

        self.priorities = QTableView(self.priorities_page)
        self.priorities.setObjectName(u"priorities")
        self.priorities.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed|QAbstractItemView.EditTrigger.DoubleClicked|QAbstractItemView.EditTrigger.EditKeyPressed|QAbstractItemView.EditTrigger.SelectedClicked)
        self.priorities.setTabKeyNavigation(False)
        self.priorities.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.priorities.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)

        self.priorities_side.addWidget(self.priorities)

        self.priority_buttons = QHBoxLayout()
        self.priority_buttons.setSpacing(4)
        self.priority_buttons.setObjectName(u"priority_buttons")
        self.priority_buttons.setContentsMargins(0, 0, 0, 0)
        self.add_priority = QPushButton(self.priorities_page)
        self.add_priority.setObjectName(u"add_priority")
        self.add_priority.setAutoDefault(False)

        self.priority_buttons.addWidget(self.add_priority)

        self.remove_priority = QPushButton(self.priorities_page)
        self.remove_priority.setObjectName(u"remove_priority")
        self.remove_priority.setAutoDefault(False)

        self.priority_buttons.addWidget(self.remove_priority)

        self.priority_up = QPushButton(self.priorities_page)
        self.priority_up.setObjectName(u"priority_up")
        self.priority_up.setAutoDefault(False)

        self.priority_buttons.addWidget(self.priority_up)

        self.priority_down = QPushButton(self.priorities_page)
        self.priority_down.setObjectName(u"priority_down")
        self.priority_down.setAutoDefault(False)

        self.priority_buttons.addWidget(self.priority_down)

        self.priority_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.priority_buttons.addItem(self.priority_space)


        self.priorities_side.addLayout(self.priority_buttons)


        self.priorities_layout.addLayout(self.priorities_side)

        self.council_side = QVBoxLayout()
        self.council_side.setSpacing(6)
        self.council_side.setObjectName(u"council_side")
        self.council_side.setContentsMargins(0, 0, 0, 0)
        self.council_section = QLabel(self.priorities_page)
        self.council_section.setObjectName(u"council_section")
        self.council_section.setProperty(u"role", u"section")

        self.council_side.addWidget(self.council_section)

        self.council_form = QFormLayout()
        self.council_form.setObjectName(u"council_form")
        self.council_form.setHorizontalSpacing(12)
        self.council_form.setVerticalSpacing(6)
        self.council_form.setContentsMargins(0, 0, 0, 0)
        self.council_label = QLabel(self.priorities_page)
        self.council_label.setObjectName(u"council_label")

        self.council_form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.council_label)

        self.council = QLineEdit(self.priorities_page)
        self.council.setObjectName(u"council")

        self.council_form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.council)

        self.title_label = QLabel(self.priorities_page)
        self.title_label.setObjectName(u"title_label")

        self.council_form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.title_label)

        self.title = QLineEdit(self.priorities_page)
        self.title.setObjectName(u"title")

        self.council_form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.title)

        self.home_label = QLabel(self.priorities_page)
        self.home_label.setObjectName(u"home_label")

        self.council_form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.home_label)

        self.home = QComboBox(self.priorities_page)
        self.home.setObjectName(u"home")
        self.home.setMinimumContentsLength(12)
        self.home.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.home.setMaxVisibleItems(20)

        self.council_form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.home)


        self.council_side.addLayout(self.council_form)

        self.districts_label = QLabel(self.priorities_page)
        self.districts_label.setObjectName(u"districts_label")
        self.districts_label.setProperty(u"role", u"strong")

        self.council_side.addWidget(self.districts_label)

        self.districts = CheckList(self.priorities_page)
        self.districts.setObjectName(u"districts")
        self.districts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.council_side.addWidget(self.districts)

        self.district_buttons = QHBoxLayout()
        self.district_buttons.setSpacing(4)
        self.district_buttons.setObjectName(u"district_buttons")
        self.district_buttons.setContentsMargins(0, 0, 0, 0)
        self.district_up = QPushButton(self.priorities_page)
        self.district_up.setObjectName(u"district_up")
        self.district_up.setAutoDefault(False)

        self.district_buttons.addWidget(self.district_up)

        self.district_down = QPushButton(self.priorities_page)
        self.district_down.setObjectName(u"district_down")
        self.district_down.setAutoDefault(False)

        self.district_buttons.addWidget(self.district_down)

        self.district_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.district_buttons.addItem(self.district_space)


        self.council_side.addLayout(self.district_buttons)


        self.priorities_layout.addLayout(self.council_side)

        self.priorities_layout.setStretch(0, 3)
        self.priorities_layout.setStretch(1, 2)
        self.pages.addTab(self.priorities_page, "")

        self.layout.addWidget(self.pages)

        self.message = QLabel(CatalogueDialog)
        self.message.setObjectName(u"message")
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)

        self.layout.addWidget(self.message)

        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(8)
        self.bottom.setObjectName(u"bottom")
        self.bottom.setContentsMargins(0, 0, 0, 0)
        self.undo = QPushButton(CatalogueDialog)
        self.undo.setObjectName(u"undo")
        self.undo.setAutoDefault(False)

        self.bottom.addWidget(self.undo)

        self.redo = QPushButton(CatalogueDialog)
        self.redo.setObjectName(u"redo")
        self.redo.setAutoDefault(False)

        self.bottom.addWidget(self.redo)

        self.why_label = QLabel(CatalogueDialog)
        self.why_label.setObjectName(u"why_label")

        self.bottom.addWidget(self.why_label)

        self.why = QLineEdit(CatalogueDialog)
        self.why.setObjectName(u"why")

        self.bottom.addWidget(self.why)

        self.close_button = QPushButton(CatalogueDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.bottom.addWidget(self.close_button)


        self.layout.addLayout(self.bottom)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.short_name_label.setBuddy(self.short_name)
        self.priority_label.setBuddy(self.priority)
        self.definition_label.setBuddy(self.definition)
        self.unit_label.setBuddy(self.unit)
        self.noun_label.setBuddy(self.noun)
        self.denominator_label.setBuddy(self.denominator)
        self.counts_label.setBuddy(self.counts)
        self.decimals_label.setBuddy(self.decimals)
        self.partner_label.setBuddy(self.partner)
        self.contact_label.setBuddy(self.contact)
        self.frequency_label.setBuddy(self.frequency)
        self.delivery_days_label.setBuddy(self.delivery_days)
        self.footprint_label.setBuddy(self.footprint)
        self.caveat_label.setBuddy(self.caveat)
        self.polarity_label.setBuddy(self.polarity)
        self.polarity_reason_label.setBuddy(self.polarity_reason)
        self.target_kind_label.setBuddy(self.target_kind)
        self.target_low_label.setBuddy(self.target_low)
        self.target_to_label.setBuddy(self.target_high)
        self.target_amber_label.setBuddy(self.target_amber)
        self.target_source_label.setBuddy(self.target_source)
        self.groups_label.setBuddy(self.groups)
        self.breaks_label.setBuddy(self.breaks)
        self.parts_label.setBuddy(self.parts)
        self.group_table_label.setBuddy(self.group_table)
        self.members_label.setBuddy(self.members)
        self.contacts_label.setBuddy(self.contacts)
        self.priorities_label.setBuddy(self.priorities)
        self.council_label.setBuddy(self.council)
        self.title_label.setBuddy(self.title)
        self.home_label.setBuddy(self.home)
        self.districts_label.setBuddy(self.districts)
        self.why_label.setBuddy(self.why)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.pages, self.find)
        QWidget.setTabOrder(self.find, self.indicators)
        QWidget.setTabOrder(self.indicators, self.add_indicator)
        QWidget.setTabOrder(self.add_indicator, self.duplicate_indicator)
        QWidget.setTabOrder(self.duplicate_indicator, self.remove_indicator)
        QWidget.setTabOrder(self.remove_indicator, self.indicator_up)
        QWidget.setTabOrder(self.indicator_up, self.indicator_down)
        QWidget.setTabOrder(self.indicator_down, self.name)
        QWidget.setTabOrder(self.name, self.short_name)
        QWidget.setTabOrder(self.short_name, self.priority)
        QWidget.setTabOrder(self.priority, self.definition)
        QWidget.setTabOrder(self.definition, self.unit)
        QWidget.setTabOrder(self.unit, self.noun)
        QWidget.setTabOrder(self.noun, self.denominator)
        QWidget.setTabOrder(self.denominator, self.counts)
        QWidget.setTabOrder(self.counts, self.decimals)
        QWidget.setTabOrder(self.decimals, self.partner)
        QWidget.setTabOrder(self.partner, self.contact)
        QWidget.setTabOrder(self.contact, self.frequency)
        QWidget.setTabOrder(self.frequency, self.delivery_days)
        QWidget.setTabOrder(self.delivery_days, self.footprint)
        QWidget.setTabOrder(self.footprint, self.caveat)
        QWidget.setTabOrder(self.caveat, self.polarity)
        QWidget.setTabOrder(self.polarity, self.polarity_reason)
        QWidget.setTabOrder(self.polarity_reason, self.target_kind)
        QWidget.setTabOrder(self.target_kind, self.target_low)
        QWidget.setTabOrder(self.target_low, self.target_high)
        QWidget.setTabOrder(self.target_high, self.target_amber)
        QWidget.setTabOrder(self.target_amber, self.target_source)
        QWidget.setTabOrder(self.target_source, self.groups)
        QWidget.setTabOrder(self.groups, self.group_up)
        QWidget.setTabOrder(self.group_up, self.group_down)
        QWidget.setTabOrder(self.group_down, self.breaks)
        QWidget.setTabOrder(self.breaks, self.add_break)
        QWidget.setTabOrder(self.add_break, self.remove_break)
        QWidget.setTabOrder(self.remove_break, self.bridge_break)
        QWidget.setTabOrder(self.bridge_break, self.areas)
        QWidget.setTabOrder(self.areas, self.add_area)
        QWidget.setTabOrder(self.add_area, self.remove_area)
        QWidget.setTabOrder(self.remove_area, self.area_up)
        QWidget.setTabOrder(self.area_up, self.area_down)
        QWidget.setTabOrder(self.area_down, self.parts)
        QWidget.setTabOrder(self.parts, self.group_table)
        QWidget.setTabOrder(self.group_table, self.add_group)
        QWidget.setTabOrder(self.add_group, self.remove_group)
        QWidget.setTabOrder(self.remove_group, self.group_row_up)
        QWidget.setTabOrder(self.group_row_up, self.group_row_down)
        QWidget.setTabOrder(self.group_row_down, self.members)
        QWidget.setTabOrder(self.members, self.add_member)
        QWidget.setTabOrder(self.add_member, self.remove_member)
        QWidget.setTabOrder(self.remove_member, self.contacts)
        QWidget.setTabOrder(self.contacts, self.add_contact)
        QWidget.setTabOrder(self.add_contact, self.remove_contact)
        QWidget.setTabOrder(self.remove_contact, self.priorities)
        QWidget.setTabOrder(self.priorities, self.add_priority)
        QWidget.setTabOrder(self.add_priority, self.remove_priority)
        QWidget.setTabOrder(self.remove_priority, self.priority_up)
        QWidget.setTabOrder(self.priority_up, self.priority_down)
        QWidget.setTabOrder(self.priority_down, self.council)
        QWidget.setTabOrder(self.council, self.title)
        QWidget.setTabOrder(self.title, self.home)
        QWidget.setTabOrder(self.home, self.districts)
        QWidget.setTabOrder(self.districts, self.district_up)
        QWidget.setTabOrder(self.district_up, self.district_down)
        QWidget.setTabOrder(self.district_down, self.undo)
        QWidget.setTabOrder(self.undo, self.redo)
        QWidget.setTabOrder(self.redo, self.why)
        QWidget.setTabOrder(self.why, self.close_button)

        self.retranslateUi(CatalogueDialog)

        self.pages.setCurrentIndex(0)


        QMetaObject.connectSlotsByName(CatalogueDialog)
    # setupUi

    def retranslateUi(self, CatalogueDialog):
        CatalogueDialog.setWindowTitle(QCoreApplication.translate("CatalogueDialog", u"Catalogue", None))
        self.find.setPlaceholderText(QCoreApplication.translate("CatalogueDialog", u"Find an indicator", None))
#if QT_CONFIG(accessibility)
        self.find.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Find an indicator", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.indicators.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Indicators", None))
#endif // QT_CONFIG(accessibility)
        self.add_indicator.setText(QCoreApplication.translate("CatalogueDialog", u"Add", None))
#if QT_CONFIG(tooltip)
        self.add_indicator.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Add an indicator: type its name", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.add_indicator.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Add an indicator", None))
#endif // QT_CONFIG(accessibility)
        self.duplicate_indicator.setText(QCoreApplication.translate("CatalogueDialog", u"Duplicate", None))
#if QT_CONFIG(tooltip)
        self.duplicate_indicator.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Add an indicator like this one", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.duplicate_indicator.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Duplicate the indicator", None))
#endif // QT_CONFIG(accessibility)
        self.remove_indicator.setText(QCoreApplication.translate("CatalogueDialog", u"Remove\u2026", None))
#if QT_CONFIG(tooltip)
        self.remove_indicator.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Remove this indicator", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.remove_indicator.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Remove the indicator", None))
#endif // QT_CONFIG(accessibility)
        self.indicator_up.setText(QCoreApplication.translate("CatalogueDialog", u"Up", None))
#if QT_CONFIG(tooltip)
        self.indicator_up.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Show it earlier, on screen and in the paper", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.indicator_up.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Move the indicator up", None))
#endif // QT_CONFIG(accessibility)
        self.indicator_down.setText(QCoreApplication.translate("CatalogueDialog", u"Down", None))
#if QT_CONFIG(tooltip)
        self.indicator_down.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Show it later, on screen and in the paper", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.indicator_down.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Move the indicator down", None))
#endif // QT_CONFIG(accessibility)
        self.what_section.setText(QCoreApplication.translate("CatalogueDialog", u"What it is", None))
        self.name_label.setText(QCoreApplication.translate("CatalogueDialog", u"&Name", None))
        self.short_name_label.setText(QCoreApplication.translate("CatalogueDialog", u"S&hort name", None))
#if QT_CONFIG(tooltip)
        self.short_name.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Fits a scorecard and a row of the dashboard", None))
#endif // QT_CONFIG(tooltip)
        self.priority_label.setText(QCoreApplication.translate("CatalogueDialog", u"&Priority", None))
        self.definition_label.setText(QCoreApplication.translate("CatalogueDialog", u"&Definition", None))
        self.unit_label.setText(QCoreApplication.translate("CatalogueDialog", u"&Unit", None))
        self.noun_label.setText(QCoreApplication.translate("CatalogueDialog", u"&What is counted", None))
        self.noun.setPlaceholderText(QCoreApplication.translate("CatalogueDialog", u"in the plural: offences, referrals", None))
        self.denominator_label.setText(QCoreApplication.translate("CatalogueDialog", u"Di&vided by", None))
        self.counts_label.setText(QCoreApplication.translate("CatalogueDialog", u"Counts in", None))
#if QT_CONFIG(tooltip)
        self.counts.setToolTip(QCoreApplication.translate("CatalogueDialog", u"The indicator that has the counts behind this rate, where the partner gives them apart from it", None))
#endif // QT_CONFIG(tooltip)
        self.decimals_label.setText(QCoreApplication.translate("CatalogueDialog", u"Decimals shown", None))
        self.source_section.setText(QCoreApplication.translate("CatalogueDialog", u"Where it comes from", None))
        self.partner_label.setText(QCoreApplication.translate("CatalogueDialog", u"Source partner", None))
        self.contact_label.setText(QCoreApplication.translate("CatalogueDialog", u"Contact for it", None))
        self.contact.setPlaceholderText(QCoreApplication.translate("CatalogueDialog", u"as the partner's: see Partners", None))
#if QT_CONFIG(tooltip)
        self.contact.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Whom to ask for this indicator, where it is not the partner's usual contact", None))
#endif // QT_CONFIG(tooltip)
        self.frequency_label.setText(QCoreApplication.translate("CatalogueDialog", u"&Frequency", None))
        self.delivery_days_label.setText(QCoreApplication.translate("CatalogueDialog", u"Days to deliver&y", None))
#if QT_CONFIG(tooltip)
        self.delivery_days.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Days after a period's end by which the partner's next delivery is expected", None))
#endif // QT_CONFIG(tooltip)
        self.footprint_label.setText(QCoreApplication.translate("CatalogueDialog", u"Footprint", None))
#if QT_CONFIG(tooltip)
        self.footprint.setToolTip(QCoreApplication.translate("CatalogueDialog", u"The area that the figures describe", None))
#endif // QT_CONFIG(tooltip)
        self.caveat_label.setText(QCoreApplication.translate("CatalogueDialog", u"Caveat", None))
        self.judge_section.setText(QCoreApplication.translate("CatalogueDialog", u"How it is judged", None))
        self.polarity_label.setText(QCoreApplication.translate("CatalogueDialog", u"P&olarity", None))
        self.polarity_reason_label.setText(QCoreApplication.translate("CatalogueDialog", u"Reason for it", None))
        self.target_kind_label.setText(QCoreApplication.translate("CatalogueDialog", u"&Target", None))
        self.target_low_label.setText(QCoreApplication.translate("CatalogueDialog", u"From", None))
#if QT_CONFIG(accessibility)
        self.target_low.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Lowest value of the target", None))
#endif // QT_CONFIG(accessibility)
        self.target_to_label.setText(QCoreApplication.translate("CatalogueDialog", u"to", None))
#if QT_CONFIG(accessibility)
        self.target_high.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Highest value of the target", None))
#endif // QT_CONFIG(accessibility)
        self.target_unit.setText("")
        self.target_amber_label.setText(QCoreApplication.translate("CatalogueDialog", u"Close within (%)", None))
#if QT_CONFIG(tooltip)
        self.target_amber.setToolTip(QCoreApplication.translate("CatalogueDialog", u"How far short of the target, in percent of it, still counts as close", None))
#endif // QT_CONFIG(tooltip)
        self.target_source_label.setText(QCoreApplication.translate("CatalogueDialog", u"Its source", None))
        self.groups_label.setText(QCoreApplication.translate("CatalogueDialog", u"&Compared with (ticked ones, in this order)", None))
#if QT_CONFIG(accessibility)
        self.groups.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Comparator groups", None))
#endif // QT_CONFIG(accessibility)
        self.group_up.setText(QCoreApplication.translate("CatalogueDialog", u"Up", None))
#if QT_CONFIG(tooltip)
        self.group_up.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Name this group earlier", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.group_up.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Move the group up", None))
#endif // QT_CONFIG(accessibility)
        self.group_down.setText(QCoreApplication.translate("CatalogueDialog", u"Down", None))
#if QT_CONFIG(tooltip)
        self.group_down.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Name this group later", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.group_down.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Move the group down", None))
#endif // QT_CONFIG(accessibility)
        self.breaks_label.setText(QCoreApplication.translate("CatalogueDialog", u"Definition &breaks: nothing is compared across these days without a bridge", None))
#if QT_CONFIG(accessibility)
        self.breaks.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Definition breaks", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.breaks.setAccessibleDescription(QCoreApplication.translate("CatalogueDialog", u"Each row: the first day of the new definition, what changed, where that is written, and the bridge across it", None))
#endif // QT_CONFIG(accessibility)
        self.add_break.setText(QCoreApplication.translate("CatalogueDialog", u"Add a break", None))
#if QT_CONFIG(tooltip)
        self.add_break.setToolTip(QCoreApplication.translate("CatalogueDialog", u"A day from which the series means something else", None))
#endif // QT_CONFIG(tooltip)
        self.remove_break.setText(QCoreApplication.translate("CatalogueDialog", u"Remove the break", None))
#if QT_CONFIG(tooltip)
        self.remove_break.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Remove the selected break", None))
#endif // QT_CONFIG(tooltip)
        self.bridge_break.setText(QCoreApplication.translate("CatalogueDialog", u"Bridg&e\u2026", None))
#if QT_CONFIG(tooltip)
        self.bridge_break.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Say how figures before and after the selected break can be compared", None))
#endif // QT_CONFIG(tooltip)
        self.pages.setTabText(self.pages.indexOf(self.indicators_page), QCoreApplication.translate("CatalogueDialog", u"&Indicators", None))
#if QT_CONFIG(accessibility)
        self.areas.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Areas", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.areas.setAccessibleDescription(QCoreApplication.translate("CatalogueDialog", u"Each row: code, names, kind and parts of an area", None))
#endif // QT_CONFIG(accessibility)
        self.add_area.setText(QCoreApplication.translate("CatalogueDialog", u"Add an area", None))
#if QT_CONFIG(tooltip)
        self.add_area.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Type its code and name in the new row", None))
#endif // QT_CONFIG(tooltip)
        self.remove_area.setText(QCoreApplication.translate("CatalogueDialog", u"Remove the area\u2026", None))
#if QT_CONFIG(tooltip)
        self.remove_area.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Remove the selected area", None))
#endif // QT_CONFIG(tooltip)
        self.area_up.setText(QCoreApplication.translate("CatalogueDialog", u"Up", None))
#if QT_CONFIG(tooltip)
        self.area_up.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Show the area earlier", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.area_up.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Move the area up", None))
#endif // QT_CONFIG(accessibility)
        self.area_down.setText(QCoreApplication.translate("CatalogueDialog", u"Down", None))
#if QT_CONFIG(tooltip)
        self.area_down.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Show the area later", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.area_down.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Move the area down", None))
#endif // QT_CONFIG(accessibility)
        self.parts_label.setText(QCoreApplication.translate("CatalogueDialog", u"Made &up of", None))
#if QT_CONFIG(accessibility)
        self.parts.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Parts of the selected area", None))
#endif // QT_CONFIG(accessibility)
        self.parts_note.setText(QCoreApplication.translate("CatalogueDialog", u"Its counts are the sum of theirs.", None))
        self.pages.setTabText(self.pages.indexOf(self.areas_page), QCoreApplication.translate("CatalogueDialog", u"&Areas", None))
        self.group_table_label.setText(QCoreApplication.translate("CatalogueDialog", u"Comparator &groups", None))
#if QT_CONFIG(accessibility)
        self.group_table.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Comparator groups", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.group_table.setAccessibleDescription(QCoreApplication.translate("CatalogueDialog", u"Each row: a group, how its average is made and what rank 1 means", None))
#endif // QT_CONFIG(accessibility)
        self.add_group.setText(QCoreApplication.translate("CatalogueDialog", u"Add a group", None))
#if QT_CONFIG(tooltip)
        self.add_group.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Type its name in the new row", None))
#endif // QT_CONFIG(tooltip)
        self.remove_group.setText(QCoreApplication.translate("CatalogueDialog", u"Remove the group\u2026", None))
#if QT_CONFIG(tooltip)
        self.remove_group.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Remove the selected group", None))
#endif // QT_CONFIG(tooltip)
        self.group_row_up.setText(QCoreApplication.translate("CatalogueDialog", u"Up", None))
#if QT_CONFIG(tooltip)
        self.group_row_up.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Show the group earlier", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.group_row_up.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Move the group up", None))
#endif // QT_CONFIG(accessibility)
        self.group_row_down.setText(QCoreApplication.translate("CatalogueDialog", u"Down", None))
#if QT_CONFIG(tooltip)
        self.group_row_down.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Show the group later", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.group_row_down.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Move the group down", None))
#endif // QT_CONFIG(accessibility)
        self.members_label.setText(QCoreApplication.translate("CatalogueDialog", u"&Members of the selected group", None))
#if QT_CONFIG(accessibility)
        self.members.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Members of the group", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.members.setAccessibleDescription(QCoreApplication.translate("CatalogueDialog", u"Each row: an area, since when and until when it belongs to the group", None))
#endif // QT_CONFIG(accessibility)
        self.add_member.setText(QCoreApplication.translate("CatalogueDialog", u"Add a member", None))
#if QT_CONFIG(tooltip)
        self.add_member.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Choose the area in the new row", None))
#endif // QT_CONFIG(tooltip)
        self.remove_member.setText(QCoreApplication.translate("CatalogueDialog", u"Remove the member", None))
#if QT_CONFIG(tooltip)
        self.remove_member.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Take the selected area out of the group; for a member that left, type the last day instead", None))
#endif // QT_CONFIG(tooltip)
        self.pages.setTabText(self.pages.indexOf(self.groups_page), QCoreApplication.translate("CatalogueDialog", u"&Groups", None))
        self.contacts_label.setText(QCoreApplication.translate("CatalogueDialog", u"&Whom to ask at each partner for figures that are late or missing", None))
#if QT_CONFIG(accessibility)
        self.contacts.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Contacts at the partners", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.contacts.setAccessibleDescription(QCoreApplication.translate("CatalogueDialog", u"Each row: a partner, the person to ask, e-mail address and telephone number", None))
#endif // QT_CONFIG(accessibility)
        self.contacts_note.setText(QCoreApplication.translate("CatalogueDialog", u"How often each indicator is delivered, and how many days later, stands in its form under Indicators; a contact for one indicator alone does too.", None))
        self.add_contact.setText(QCoreApplication.translate("CatalogueDialog", u"Add a contact", None))
#if QT_CONFIG(tooltip)
        self.add_contact.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Choose the partner and type the name in the new row", None))
#endif // QT_CONFIG(tooltip)
        self.remove_contact.setText(QCoreApplication.translate("CatalogueDialog", u"Remove the contact\u2026", None))
#if QT_CONFIG(tooltip)
        self.remove_contact.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Remove the selected contact", None))
#endif // QT_CONFIG(tooltip)
        self.pages.setTabText(self.pages.indexOf(self.partners_page), QCoreApplication.translate("CatalogueDialog", u"Partner&s", None))
        self.priorities_label.setText(QCoreApplication.translate("CatalogueDialog", u"&Priorities, in the order of the tabs and of the paper", None))
#if QT_CONFIG(accessibility)
        self.priorities.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Priorities", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.priorities.setAccessibleDescription(QCoreApplication.translate("CatalogueDialog", u"Each row: a priority's name in the paper and on its tab", None))
#endif // QT_CONFIG(accessibility)
        self.add_priority.setText(QCoreApplication.translate("CatalogueDialog", u"Add a priority", None))
#if QT_CONFIG(tooltip)
        self.add_priority.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Type its names in the new row", None))
#endif // QT_CONFIG(tooltip)
        self.remove_priority.setText(QCoreApplication.translate("CatalogueDialog", u"Remove the priority\u2026", None))
#if QT_CONFIG(tooltip)
        self.remove_priority.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Remove the selected priority; its indicators must go elsewhere first", None))
#endif // QT_CONFIG(tooltip)
        self.priority_up.setText(QCoreApplication.translate("CatalogueDialog", u"Up", None))
#if QT_CONFIG(tooltip)
        self.priority_up.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Show it earlier", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.priority_up.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Move the priority up", None))
#endif // QT_CONFIG(accessibility)
        self.priority_down.setText(QCoreApplication.translate("CatalogueDialog", u"Down", None))
#if QT_CONFIG(tooltip)
        self.priority_down.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Show it later", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.priority_down.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Move the priority down", None))
#endif // QT_CONFIG(accessibility)
        self.council_section.setText(QCoreApplication.translate("CatalogueDialog", u"Council", None))
        self.council_label.setText(QCoreApplication.translate("CatalogueDialog", u"C&ouncil", None))
        self.title_label.setText(QCoreApplication.translate("CatalogueDialog", u"&Title of the pack", None))
        self.home_label.setText(QCoreApplication.translate("CatalogueDialog", u"Its own ar&ea", None))
        self.districts_label.setText(QCoreApplication.translate("CatalogueDialog", u"&Districts (ticked ones, in this order)", None))
#if QT_CONFIG(accessibility)
        self.districts.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Districts of the council", None))
#endif // QT_CONFIG(accessibility)
        self.district_up.setText(QCoreApplication.translate("CatalogueDialog", u"Up", None))
#if QT_CONFIG(tooltip)
        self.district_up.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Show it earlier", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.district_up.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Move the district up", None))
#endif // QT_CONFIG(accessibility)
        self.district_down.setText(QCoreApplication.translate("CatalogueDialog", u"Down", None))
#if QT_CONFIG(tooltip)
        self.district_down.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Show it later", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.district_down.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"Move the district down", None))
#endif // QT_CONFIG(accessibility)
        self.pages.setTabText(self.pages.indexOf(self.priorities_page), QCoreApplication.translate("CatalogueDialog", u"&Priorities and council", None))
#if QT_CONFIG(accessibility)
        self.message.setAccessibleName(QCoreApplication.translate("CatalogueDialog", u"What there is to say of the last change", None))
#endif // QT_CONFIG(accessibility)
        self.undo.setText(QCoreApplication.translate("CatalogueDialog", u"Undo", None))
#if QT_CONFIG(tooltip)
        self.undo.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Take the last change back (Ctrl+Z)", None))
#endif // QT_CONFIG(tooltip)
        self.redo.setText(QCoreApplication.translate("CatalogueDialog", u"Redo", None))
#if QT_CONFIG(tooltip)
        self.redo.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Do it again (Ctrl+Y)", None))
#endif // QT_CONFIG(tooltip)
        self.why_label.setText(QCoreApplication.translate("CatalogueDialog", u"&Reason for the next change", None))
        self.why.setPlaceholderText(QCoreApplication.translate("CatalogueDialog", u"may be left empty; kept in the audit trail", None))
        self.close_button.setText(QCoreApplication.translate("CatalogueDialog", u"Close", None))
#if QT_CONFIG(tooltip)
        self.close_button.setToolTip(QCoreApplication.translate("CatalogueDialog", u"Every change is kept already", None))
#endif // QT_CONFIG(tooltip)
    # retranslateUi

