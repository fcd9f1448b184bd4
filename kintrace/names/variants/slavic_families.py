"""Names of families from Ukraine to the Caucasus."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Ukrainian, one of Russian, one of Georgian and one of Armenian"

FAMILIES = """
ivanov ivanow iwanow iwanoff ivanoff Иванов
ivanova iwanowa Иванова
petrov petrow petroff Петров
petrova petrowa Петрова
shevchenko schewtschenko chevtchenko szewczenko Шевченко
kovalenko kowalenko Коваленко
bondarenko Бондаренко
tkachenko tkatschenko Ткаченко
kravchenko krawtschenko kravtchenko Кравченко
oliinyk oliynyk oleinik oleynik olijnyk Олійник Олейник
koval kowal Коваль
melnyk melnik Мельник
boiko boyko bojko Бойко
lysenko lisenko Лисенко Лысенко
marchenko martschenko martchenko Марченко
rudenko Руденко
savchenko sawtschenko savtchenko Савченко
petrenko Петренко
kovalchuk kowaltschuk kovaltchouk Ковальчук
polishchuk polischuk polischtschuk Поліщук Полищук
popov popow Попов
volkov wolkow Волков
sokolov sokolow Соколов
kuznetsov kusnezow kouznetsov Кузнецов
smirnov smirnow Смирнов
moroz Мороз
klymenko klimenko Клименко
pavlenko pawlenko Павленко
zakharchenko sachartschenko Захарченко
"""
