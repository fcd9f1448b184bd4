"""Names of Eritrea and Ethiopia that ask or give thanks: the servant, the power, the hope of."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Tigrinya and one of Amharic"

SAME = """
afework afewerk afeworq አፈወርቅ
alemseged alemsegd alemsegid ዓለምሰገድ አለምሰገድ
andebrhan andeberhan andebirhan andeberhane ዓንደብርሃን አንደብርሃን ኣንደብርሃን
bereket بركت berekhet bereqet በረከት
fikre fikire feqre fikrie ፍቅሬ ፍቅረ
fikremariam fikremaryam ፍቅረማርያም
gebre قبري ghebre gebrie ገብረ ገብሬ
gebrehiwot gebrehiwet ghebrehiwet gebrehywet ghebrehiwot gebrhiwet ገብረህይወት ገብረሕይወት ገብረሂወት
gebremariam ghebremariam gebremaryam ghebremaryam ገብረማርያም
gebremedhin قبرمدهن ghebremedhin gebremedhn ghebremedhn gebremeden ghebremedin ገብረመድህን ገብረመድኅን
gebremeskel قبرمسقل قبري‌مسقل ghebremeskel gebremesqel ghebremeskal gebremeskal ገብረመስቀል
gebremichael ghebremichael gebremikael gebremikel ghebremicael ገብረሚካኤል
gebreselassie ghebreselassie gebresilassie gebreselasie ገብረስላሴ ገብረሥላሴ ገብረስላሰ
gebretsadik gebretsadiq ghebretsadik ገብረጻድቅ ገብረፃድቅ
gebretsadkan ghebretsadkan ገብረጻድቃን ገብረፃድቃን
gebreegziabher gebregziabher gebregziabhier ghebregziabher gebrezgabher gebrezgabhier ghebrezgabiher
    gebreziabher gebrezgiabher gebregziabiher gebrezgher ገብረእግዚአብሔር ገብረእግዚኣብሄር ገብረዝጊኣብሄር
gebrekidan ghebrekidan ገብረኪዳን
gebrekristos ghebrekristos gebrechristos gebrekirstos ገብረክርስቶስ
gebreyesus ghebreyesus gebreeyesus gebreyessus ገብረየሱስ ገብረኢየሱስ
gebreyohannes ghebreyohannes gebreyohanes ghebreyohanes ገብረዮሃንስ ገብረዮሐንስ
gebretinsae ghebretinsae gebretensae ghebretensae ገብረትንሳኤ
gebreab ghebreab gebreabe ገብረኣብ ገብረአብ
gebregiorgis ghebregiorgis ghebreghiorghis gebregeorgis gebregiyorgis ገብረጊዮርጊስ ገብረግዮርጊስ
habte hapte habtie ሃብተ ሀብቴ ሃብቴ
habteab haptab habtab habteabe ሃብተኣብ ሀብተአብ
habtegiorgis habtegeorgis habteghiorghis ሀብተጊዮርጊስ
habtemariam haptemariam habtemaryam ሃብተማርያም ሀብተማርያም
habtemichael haptemichael habtemikael ሃብተሚካኤል ሀብተሚካኤል
habteselassie habtesilassie habteslasie ሃብተስላሴ ሀብተስላሴ
haile هايلي هيلي hayle hayla hailie haylie haileh ሃይለ ኃይለ ኃይሌ ሃይሌ ሓይለ
haileab hailab hayleab haileabe ሃይለኣብ ኃይለአብ
hailemariam haylemariam hailemaryam hilemariam ኃይለማርያም ሃይለማርያም ሓይለማርያም
hailemichael haylemichael hailemikael haylemikael ኃይለሚካኤል ሃይለሚካኤል
haileselassie haylesilassie haileselasie hailesilassie haileslasse ኃይለሥላሴ ሃይለስላሴ ሃይለስላሰ
kahsay kahsai kahssay kahsaye khasay ካሕሳይ ካህሳይ
kibreab kbreab kibrab kebreab ክብረኣብ ክብረአብ
kidanemariam kidanemaryam kidane-mariam chidanemariam ኪዳነማርያም
letebrhan leteberhan letebirhan letebrehan letabrhan ለተብርሃን
mehari مهاري meharie mehary mehare mahari መሃሪ መሓሪ መሐሪ
mengisteab mengsteab mengestab mengistab mengistehab መንግስተኣብ መንግስተአብ
mihreteab mihretab mhreteab mehretab mehreteab mihrtab mihreteabe ምሕረተኣብ ምህረተአብ ምሕረተአብ
mulubrhan muluberhan mulubirhan mulubrehan ሙሉብርሃን
tekle تكلي tekla tecle taklie ተክለ ተክሌ
tekleab takleab tecleab teklab teklehab ተክለኣብ ተክለአብ
teklehaimanot teklehaymanot teclehaimanot takleaimanot ተክለሃይማኖት
teklemariam taklemariam teclemariam teklemaryam ተክለማርያም
teklu tekilu takluu ተክሉ
temesgen temesghen tamasgen temesgien temesegen tmesgen temsgen ተመስገን
tesfa tasfa tesefa ተስፋ
tesfaalem tesfalem tesfaallem tesfalam tesfaaelem ተስፋኣለም ተስፋዓለም ተስፋለም
tesfagiorgis tesfaghiorghis tesfageorgis tesfagergish ተስፋጊዮርጊስ
tesfahun tesfahunn tesfahon ተስፋሁን
tesfai تسفاي tesfay tesfaye tasfaye tesfaie tesfa'y tesfey tasfai ተስፋይ ተስፋዬ ተስፋየ
tesfalidet tesfaldet tesfaledet tesfalidett tesfaldiet ተስፋልደት ተስፋሊደት
tesfamariam tesfamaryam tesfamariyam ተስፋማርያም
tesfamichael tesfamikael tesfamicael tesfamikiel tesfamikail ተስፋሚካኤል
tesfazghi tesfazgi tesfasghi tesfazghy ተስፋዝጊ
tewelde tewolde tawalde teuolde teuelde tewldde tawolde ተወልደ
teweldebrhan teweldeberhan tewoldebirhan teuoldeberhan tewoldeberhan ተወልደብርሃን
teweldemedhin tewoldemedhin tewoldemedhn teuoldemedhin ተወልደመድህን ተወልደመድኅን
tsegay تسجاي tsegai tsegaye segay sagaye tseggay tsegaie tzegai tsagaye ፀጋይ ጸጋይ ጸጋዬ ፀጋዬ ጸጋየ
tsigeweyni tsigewoini tsegeweini tsigeweini ጽጌወይኒ
wolde welde woldie uolde ወልደ ወልዴ
woldeab weldeab weldab uoldeab woldab ወልደኣብ ወልደአብ
woldegebriel weldegebriel woldegabriel weldegabriel uoldegabriel ወልደገብርኤል ወልደገብሪኤል
woldegiorgis weldegiorgis woldegeorgis weldeghiorghis woldegiyorgis uoldegiorgis ወልደጊዮርጊስ ወልደግዮርጊስ
woldemariam weldemariam weldemaryam woldemaryam uoldemariam ወልደማርያም
woldemichael weldemichael weldemikael woldemikael uoldemichael ወልደሚካኤል
woldeselassie weldeselassie woldesilassie weldeselasie ወልደስላሴ ወልደሥላሴ ወልደስላሰ
woldeyohannes weldeyohannes weldeyohanes ወልደዮሃንስ ወልደዮሐንስ
woldetsadik weldetsadik ወልደጻድቅ ወልደፃድቅ
zeresenay zersenay zeresenai zerisenay ዘርእሰናይ ዘረሰናይ ዘርኢሰናይ
"""
