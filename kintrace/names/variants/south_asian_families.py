"""Names of families in South Asia."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Bengali, one of Urdu, one of Hindi or Punjabi and one of Tamil"

FAMILIES = """
bhatti bhatty بھٹی
butt bhat بٹ
cheema chima چیمہ
gill gil گل
malhotra मल्होत्रा
mirza mirzaa مرزا মির্জা
patel पटेल
qureshi quraishi koreishi koraishi قریشی কোরেশী
sharma sarma शर्मा শর্মা
thapa थापा
gurung गुरुंग
tharu थारू
yadav jadav यादव
sandhu sandhoo
dhillon dhilon
"""
