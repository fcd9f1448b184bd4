"""Our first words to a family about what came of the search, and on the card for who was found.

By language and code of a topic (replies.py). Drafts, as the others: a native reader must look at
each, and a second member approves it. On the card nobody is named, and no family is promised.
"""

FAMILIES_AND_FOUND: dict[str, dict[str, str]] = {
    "en": {
        "contact": (
            "We have found the person whom you are looking for, and they want to be in contact "
            "with you."
        ),
        "message": (
            "We have found the person whom you are looking for. You may write to them through us, "
            "by Red Cross Message, and they can answer in the same way. For now they want nothing "
            "else."
        ),
        "alive": (
            "We may tell you that the person whom you are looking for is alive, and nothing else."
        ),
        "dead": "We are very sorry: the person whom you were looking for has died.",
        "presumed": (
            "We are very sorry: from all that we could learn, the person whom you are looking for "
            "has most likely died, but we are not certain."
        ),
        "criteria": (
            "This search is not one that our service may carry out. We can tell you who else may "
            "help you."
        ),
        "solved": "We are glad that you are in touch again, and we end the search.",
        "ended": "We have ended the search, as you asked us to.",
        "joined": "There were two files about this search, and we go on with one of them.",
        "handed": "Another society of our network goes on with this search, as you agreed.",
        "card": (
            "Somebody is looking for you. You alone decide what we may tell them. They do not know "
            "that we have found you, and they learn nothing that you do not want. You may change "
            "your answer as long as nothing was passed on. Whatever you choose, you lose no help."
        ),
        "card_contact": "Yes, they may have the way to reach me that I give you.",
        "card_message": "They may only write to me through you, by Red Cross Message.",
        "card_alive": "Tell them only that I am alive.",
        "card_nothing": (
            "Tell them nothing at all. They hear the same as if I had not been found."
        ),
        "card_later": "I do not know yet. Ask me again later.",
    },
    "ar": {
        "contact": "عثرنا على الشخص الذي يجري البحث عنه، وهو يرغب في التواصل معك.",
        "message": (
            "عثرنا على الشخص الذي يجري البحث عنه. يمكن الكتابة إليه عن طريقنا برسالة من رسائل "
            "الصليب الأحمر، ويمكنه الرد بالطريقة نفسها. لا يرغب حاليًا في أي تواصل آخر."
        ),
        "alive": (
            "يجوز لنا أن نخبرك بأن الشخص الذي يجري البحث عنه على قيد الحياة، ولا شيء غير ذلك."
        ),
        "dead": "نأسف كثيرًا: الشخص الذي كان يجري البحث عنه قد تُوفي.",
        "presumed": (
            "نأسف كثيرًا: بحسب كل ما عرفناه، من المرجح جدًا أن الشخص الذي يجري البحث عنه قد تُوفي، "
            "لكننا لسنا متأكدين."
        ),
        "criteria": (
            "هذا البحث ليس مما يجوز لخدمتنا القيام به. يمكننا إخبارك بمن قد يساعدك غيرنا."
        ),
        "solved": "يسعدنا أن التواصل بينكم عاد، وبهذا ننهي البحث.",
        "ended": "أنهينا البحث كما طُلب منا.",
        "joined": "كان لهذا البحث ملفان، ونواصل العمل في واحد منهما.",
        "handed": "تواصل جمعية أخرى من شبكتنا هذا البحث، كما تم الاتفاق معك.",
        "card": (
            "هناك من يبحث عنك. القرار لك وحدك بشأن ما يجوز لنا قوله. من يبحث عنك لا يعرف أننا "
            "عثرنا عليك، ولن يعرف شيئًا لا تريده. يمكن تغيير الجواب ما دام لم يُنقل شيء. مهما كان "
            "اختيارك فلن تفقد أي مساعدة."
        ),
        "card_contact": "نعم، يجوز إعطاؤهم وسيلة الاتصال بي التي أذكرها لكم.",
        "card_message": "يجوز لهم أن يكتبوا إليّ عن طريقكم فقط، برسائل الصليب الأحمر.",
        "card_alive": "أخبروهم فقط أنني على قيد الحياة.",
        "card_nothing": "لا تخبروهم بأي شيء. سيسمعون ما كانوا سيسمعونه لو لم يُعثر عليّ.",
        "card_later": "لا أعرف بعد. اسألوني مرة أخرى لاحقًا.",
    },
    "fr": {
        "contact": (
            "Nous avons retrouvé la personne que vous recherchez, et elle souhaite être en contact "
            "avec vous."
        ),
        "message": (
            "Nous avons retrouvé la personne que vous recherchez. Vous pouvez lui écrire par notre "
            "intermédiaire, avec un message Croix-Rouge, et elle peut répondre de la même façon. "
            "Pour le moment, elle ne souhaite rien d’autre."
        ),
        "alive": (
            "Nous pouvons vous dire que la personne que vous recherchez est en vie, et rien de "
            "plus."
        ),
        "dead": "Nous sommes profondément désolés : la personne que vous recherchiez est décédée.",
        "presumed": (
            "Nous sommes profondément désolés : d’après tout ce que nous avons pu apprendre, la "
            "personne que vous recherchez est très probablement décédée, mais nous n’en sommes pas "
            "certains."
        ),
        "criteria": (
            "Cette recherche n’est pas de celles que notre service peut mener. Nous pouvons vous "
            "dire qui d’autre pourrait vous aider."
        ),
        "solved": (
            "Nous sommes heureux que vous soyez de nouveau en contact, et nous mettons fin à la "
            "recherche."
        ),
        "ended": "Nous avons mis fin à la recherche, comme vous l’aviez demandé.",
        "joined": (
            "Il y avait deux dossiers pour cette recherche, et nous continuons avec l’un des deux."
        ),
        "handed": (
            "Une autre société de notre réseau poursuit cette recherche, comme vous l’avez accepté."
        ),
        "card": (
            "Quelqu’un vous cherche. Vous seul décidez de ce que nous pouvons lui dire. Cette "
            "personne ne sait pas que nous vous avons trouvé, et elle n’apprendra rien que vous ne "
            "vouliez. Vous pouvez changer de réponse tant que rien n’a été transmis. Quel que soit "
            "votre choix, vous ne perdez aucune aide."
        ),
        "card_contact": "Oui, vous pouvez donner le moyen de me joindre que je vous indique.",
        "card_message": "On peut seulement m’écrire par vous, avec un message Croix-Rouge.",
        "card_alive": "Dites seulement que je suis en vie.",
        "card_nothing": (
            "Ne dites rien du tout. La personne entendra la même chose que si l’on ne m’avait pas "
            "trouvé."
        ),
        "card_later": "Je ne sais pas encore. Demandez-moi plus tard.",
    },
    "es": {
        "contact": (
            "Hemos encontrado a la persona que usted busca, y quiere ponerse en contacto con usted."
        ),
        "message": (
            "Hemos encontrado a la persona que usted busca. Puede escribirle a través de nosotros, "
            "por mensaje de Cruz Roja, y ella puede responder de la misma manera. Por ahora no "
            "quiere nada más."
        ),
        "alive": "Podemos decirle que la persona que usted busca está viva, y nada más.",
        "dead": "Lo sentimos mucho: la persona que usted buscaba ha fallecido.",
        "presumed": (
            "Lo sentimos mucho: por todo lo que hemos podido saber, lo más probable es que la "
            "persona que usted busca haya fallecido, pero no tenemos certeza."
        ),
        "criteria": (
            "Esta búsqueda no es de las que nuestro servicio puede hacer. Podemos decirle quién "
            "más podría ayudarle."
        ),
        "solved": "Nos alegra que vuelvan a estar en contacto, y terminamos la búsqueda.",
        "ended": "Hemos terminado la búsqueda, como usted nos pidió.",
        "joined": "Había dos expedientes de esta búsqueda y seguimos con uno de ellos.",
        "handed": "Otra sociedad de nuestra red continúa esta búsqueda, como usted aceptó.",
        "card": (
            "Alguien le busca. Solo usted decide qué podemos decirle. Esa persona no sabe que le "
            "hemos encontrado, y no sabrá nada que usted no quiera. Puede cambiar su respuesta "
            "mientras no se haya comunicado nada. Elija lo que elija, no pierde ninguna ayuda."
        ),
        "card_contact": "Sí, pueden darle la forma de contacto que yo les indique.",
        "card_message": "Solo puede escribirme a través de ustedes, por mensaje de Cruz Roja.",
        "card_alive": "Díganle solamente que estoy con vida.",
        "card_nothing": (
            "No le digan nada en absoluto. Oirá lo mismo que si no me hubieran encontrado."
        ),
        "card_later": "Todavía no lo sé. Pregúntenme otra vez más tarde.",
    },
    "fa": {
        "contact": ("کسی را که به دنبالش هستید پیدا کرده‌ایم و او می‌خواهد با شما در تماس باشد."),
        "message": (
            "کسی را که به دنبالش هستید پیدا کرده‌ایم. می‌توانید از راه ما با پیام صلیب سرخ برای او "
            "بنویسید و او می‌تواند به همین راه پاسخ بدهد. او فعلاً چیز دیگری نمی‌خواهد."
        ),
        "alive": ("اجازه داریم به شما بگوییم کسی که به دنبالش هستید زنده است، و نه چیز دیگری."),
        "dead": "بسیار متأسفیم: کسی که به دنبالش بودید درگذشته است.",
        "presumed": (
            "بسیار متأسفیم: بر پایهٔ همهٔ آنچه توانستیم بفهمیم، کسی که به دنبالش هستید به احتمال "
            "زیاد درگذشته است، اما مطمئن نیستیم."
        ),
        "criteria": (
            "این جست‌وجو از کارهایی نیست که خدمت ما اجازهٔ آن را دارد. می‌توانیم بگوییم چه کس دیگری "
            "شاید به شما کمک کند."
        ),
        "solved": ("خوشحالیم که دوباره با هم در تماس هستید، و جست‌وجو را پایان می‌دهیم."),
        "ended": "همان‌طور که خواسته بودید، جست‌وجو را پایان دادیم.",
        "joined": "برای این جست‌وجو دو پرونده بود، و با یکی از آن دو ادامه می‌دهیم.",
        "handed": ("همان‌طور که موافقت کردید، جمعیت دیگری از شبکهٔ ما این جست‌وجو را ادامه می‌دهد."),
        "card": (
            "کسی به دنبال شماست. فقط شما تصمیم می‌گیرید که چه چیزی را می‌توانیم به او بگوییم. او "
            "نمی‌داند که شما را پیدا کرده‌ایم، و چیزی را که نخواهید نمی‌فهمد. تا وقتی چیزی به او گفته "
            "نشده است، می‌توانید پاسخ خود را عوض کنید. هرچه انتخاب کنید، هیچ کمکی را از دست نمی‌دهید."
        ),
        "card_contact": "بله، راه تماسی را که به شما می‌گویم می‌توانید به او بدهید.",
        "card_message": "فقط می‌تواند از راه شما و با پیام صلیب سرخ برای من بنویسد.",
        "card_alive": "فقط به او بگویید که زنده‌ام.",
        "card_nothing": ("هیچ چیز به او نگویید. او همان را می‌شنود که اگر پیدا نشده بودم می‌شنید."),
        "card_later": "هنوز نمی‌دانم. بعداً دوباره از من بپرسید.",
    },
    "ti": {
        "contact": "ነቲ እትደልይዎ ዘለኹም ሰብ ረኺብናዮ ኣለና፣ ምሳኹም ክራኸብ ድማ ይደሊ።",
        "message": (
            "ነቲ እትደልይዎ ዘለኹም ሰብ ረኺብናዮ ኣለና። ብኣና ኣቢልኩም፣ ብመልእኽቲ ቀይሕ መስቀል ክትጽሕፉሉ ትኽእሉ፣ ንሱ ድማ "
            "ብተመሳሳሊ መንገዲ ክምልሰልኩም ይኽእል። ንግዚኡ ካልእ ኣይደልን።"
        ),
        "alive": "እቲ እትደልይዎ ዘለኹም ሰብ ብህይወት ከም ዘሎ ክንነግረኩም ይፍቀደና፣ ካልእ ግን የለን።",
        "dead": "ኣዝዩ የሕዝነና፦ እቲ ትደልይዎ ዝነበርኩም ሰብ ሞይቱ እዩ።",
        "presumed": ("ኣዝዩ የሕዝነና፦ ካብቲ ዝፈለጥናዮ ኩሉ፣ እቲ እትደልይዎ ዘለኹም ሰብ ሞይቱ ይኸውን፣ ርግጸኛታት ግን ኣይኮንናን።"),
        "criteria": ("እዚ ምድላይ እዚ ኣገልግሎትና ክገብሮ ዝፍቀዶ ኣይኮነን። ካልእ ክሕግዘኩም ዝኽእል መን ምዃኑ ክንነግረኩም ንኽእል።"),
        "solved": "እንደገና ብምርኻብኩም ሕጉሳት ኢና፣ ነቲ ምድላይ ድማ ንዛዝሞ።",
        "ended": "ከምቲ ዝሓተትኩምና ነቲ ምድላይ ዛዚምናዮ ኣለና።",
        "joined": "ነዚ ምድላይ እዚ ክልተ ፋይላት ነይሮም፣ ብሓደ ካብኣቶም ንቕጽል ኣለና።",
        "handed": "ከምቲ ዝተሰማማዕክምዎ፣ ካልእ ማሕበር ናይ መርበብና ነዚ ምድላይ ይቕጽሎ ኣሎ።",
        "card": (
            "ዝደልየኩም ዘሎ ሰብ ኣሎ። እንታይ ክንነግሮ ከም እንኽእል ንስኹም ጥራይ ትውስኑ። ከም ዝረኸብናኩም ኣይፈልጥን፣ "
            "ዘይደለኹምዎ ነገር እውን ኣይፈልጥን። ዝኾነ ነገር ክሳብ ዘይተነግሮ መልስኹም ክትቅይሩ ትኽእሉ። ዝኾነ እንተ "
            "መረጽኩም ሓገዝ ኣይትስእኑን።"
        ),
        "card_contact": "እወ፣ ነቲ ዝህበኩም መራኸቢየይ ክትህብዎ ትኽእሉ።",
        "card_message": "ብኣኻትኩም ጥራይ፣ ብመልእኽቲ ቀይሕ መስቀል፣ ክጽሕፈለይ ይኽእል።",
        "card_alive": "ብህይወት ከም ዘለኹ ጥራይ ንገርዎ።",
        "card_nothing": "ዋላ ሓንቲ ኣይትንገርዎ። ከም ዘይተረኸብኩ ኮይኑ ዝሰምዖ ይሰምዕ።",
        "card_later": "ገና ኣይፈለጥኩን። ደሓር ሕተቱኒ።",
    },
}
