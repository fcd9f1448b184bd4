"""Names of families in Iran and Afghanistan."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Dari, one of Persian and one of Pashto"

FAMILIES = """
ahmadi ahmedi ahmady احمدی Ахмади
ahmadzai ahmadzay ahmedzai احمدزی
akbari akbary اکبری
alizada alizadeh alizade alizadah علیزاده Ализода
amini ameeni امینی
amiri ameri امیری
azizi azizy عزیزی
barakzai barekzai بارکزی
ebrahimi ibrahimi ebrahimy ابراهیمی
faizi fayzi faizy فیضی
ghafari ghaffari ghafoori غفاری
ghulami gholami gulami غلامی
haidari heydari haidary heidari hydari حیدری
hakimi hakimy حکیمی
hamidi hamidy حمیدی
hussaini hosseini husaini hosaini hoseini hussainy حسینی
jafari jaffari jafary jaafari جعفری
jalali jalaly جلالی
karimi karimy kareemi کریمی
kazemi kazimi kazimy کاظمی
khalili khalilly خلیلی
mohammadi muhammadi mohamadi mohammady محمدی Мухаммади
moradi muradi morady مرادی
mousavi musavi moosavi musawi mosavi moussavi mosawi موسوی
nazari nazary نظری Назари
nabizada nabizadeh نبی‌زاده
niazi niyazi نیازی
noori nouri nuri noory نوری
omari omary عمری
osmani usmani عثمانی
popal popalzai پوپلزی
qaderi qadiri ghaderi قادری
qasimi qasemi ghasemi قاسمی
rahimi rahimy raheemi رحیمی Рахими
rahmani rahmany rehmani رحمانی
rasouli rasuli rasooli rasoli رسولی
rezai rezaei rezaie razai rezayee rezaee رضایی Ризои
sadat saadat سادات
safi saafi صافی
sahak sahaak سهاک
sharifi sharify شریفی Шарифи
shinwari shinwary شینواری
stanikzai stanekzai ستانکزی
sultani soltani sultany سلطانی
taheri tahiri طاهری
wardak وردک
yousufzai yusufzai yousafzai yusufzay یوسفزی
zahedi zahidi زاهدی
zazai zadran ځدران
"""
