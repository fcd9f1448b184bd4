"""A poster's words in one language of each script. They are drafts and stand for their letters."""
# ruff: noqa: RUF001 - letters of other scripts are what this is about

from kintrace.wall.printing import Tongue

SAMPLES = {
    "fr": Tongue(
        "fr",
        "ltr",
        "Ces personnes cherchent leur famille",
        "Connaissez-vous l’une d’elles ?",
        "Appelez-nous et dites le numéro sous la photo.",
        "Ou visez le carré avec votre téléphone.",
        "Nous ne demandons jamais d’argent.",
        "Merci d’enlever cette affiche après le \u20662026-12-31\u2069.",
    ),
    "ar": Tongue(
        "ar",
        "rtl",
        "هؤلاء الأشخاص يبحثون عن عائلاتهم",
        "هل تعرف أحدهم؟",
        "اتصلوا بنا واذكروا الرقم المكتوب تحت الصورة.",
        "أو وجّهوا كاميرا الهاتف إلى المربع.",
        "نحن لا نطلب المال أبدًا.",
        "تُرجى إزالة هذا الملصق بعد \u20662026-12-31\u2069.",
    ),
    "fa": Tongue(
        "fa",
        "rtl",
        "این افراد دنبال خانوادهٔ خود می‌گردند",
        "آیا یکی از آن‌ها را می‌شناسید؟",
        "به ما زنگ بزنید و شمارهٔ زیر عکس را بگویید.",
        "یا دوربین گوشی خود را روی مربع بگیرید.",
        "ما هرگز پول نمی‌خواهیم.",
        "لطفاً این پوستر را پس از \u20662026-12-31\u2069 بردارید.",
    ),
    "ti": Tongue(
        "ti",
        "ltr",
        "እዞም ሰባት ስድራቤቶም የናድዩ ኣለዉ",
        "ካብኣቶም ንሓደ ትፈልጡዶ?",
        "ደዊልኩም ነቲ ትሕቲ ስእሊ ዘሎ ቁጽሪ ንገሩና።",
        "ወይ ካሜራ ቴሌፎንኩም ናብቲ ትርብዒት ኣቕንዑ።",
        "ገንዘብ ፍጹም ኣይንሓትትን ኢና።",
        "ብኽብረትኩም ነዚ ወረቐት ድሕሪ \u20662026-12-31\u2069 ኣልዕሉዎ።",
    ),
    "uk": Tongue(
        "uk",
        "ltr",
        "Ці люди шукають свою родину",
        "Чи знаєте ви когось із них?",
        "Зателефонуйте нам і назвіть номер під фото.",
        "Або наведіть камеру телефону на квадрат.",
        "Ми ніколи не просимо грошей.",
        "Будь ласка, зніміть цей плакат після \u20662026-12-31\u2069.",
    ),
}
SAYS = {
    "fr": ["Je cherche mon frère.", "Je cherche la personne qui s’occupait de moi."],
    "ar": ["أبحث عن أخي.", "أبحث عن الشخص الذي كان يعتني بي."],
    "fa": ["دنبال برادرم می‌گردم.", "دنبال کسی می‌گردم که از من نگهداری می‌کرد."],
    "ti": ["ሓወይ የናዲ ኣለኹ።", "ነቲ ዝከናኸነኒ ዝነበረ ሰብ የናዲ ኣለኹ።"],
    "uk": ["Я шукаю свого брата.", "Я шукаю людину, яка мене доглядала."],
}
