"""Say in plain words, in English and Arabic, what a copy is and how it is checked."""

from __future__ import annotations

OPEN_ME = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=data/index.html">
<title>Open the archive</title>
</head>
<body>
<p><a href="data/index.html">Open the archive</a></p>
<p lang="ar" dir="rtl"><a href="data/index.html">افتح الأرشيف</a></p>
</body>
</html>
"""

VERIFY = """\
HOW TO READ THIS ARCHIVE

Open the file open-me.html with a double click. Everything is in this folder; nothing is
loaded from the internet.

HOW TO CHECK THAT IT IS WHOLE

Every file has a sum of 64 letters and digits (SHA-256) in the lists that lie here. If one bit
of a file changes, its sum is another. To compare all of them, open a terminal in this folder:

  with Python 3.8 or later       python3 verify.py
  on Linux                       sha256sum -c manifest-sha256.txt
                                 sha256sum -c tagmanifest-sha256.txt
  on macOS                       shasum -a 256 -c manifest-sha256.txt
  with any program for BagIt     (this folder is a BagIt bag, RFC 8493)

verify.py names each file that is missing, added or changed. The other ways do not see files
that were added.

WHOM TO TRUST

The lists show damage: a bad stick, a copy that broke off. Somebody who changes a file on
purpose can write new lists. So ask the person who gave you the archive for its seal: 64
letters and digits, sent to you another way than the archive itself, by telephone or on paper.
Then check that it is the one that verify.py prints:

  python3 verify.py --seal 0123abcd...

If there is a file tagmanifest-sha256.txt.minisig, the archive is signed. With the sender's
public key and the program minisign:

  python3 verify.py --key RWQ...

verify.py lies in this folder too. If you do not trust the folder, use a copy of verify.py that
you had before.

THE ORIGINALS

If there is a folder data/originals, it holds the pages and files that the reports were taken
from, byte for byte, each with ".original" at the end of its name, so that none opens by
accident: pages from elsewhere may run programs and load things from the internet. Take the
ending away to get the file as it was.


كيف تقرأ هذا الأرشيف

افتح الملف open-me.html بنقرة مزدوجة. كل شيء موجود في هذا المجلد، ولا يُحمَّل شيء من الإنترنت.

كيف تتحقق من أنه كامل

لكل ملف رقم تحقق من 64 حرفًا ورقمًا (SHA-256) في القوائم الموجودة هنا. إذا تغيّر بت واحد من ملف
تغيّر رقمه. للمقارنة افتح نافذة أوامر في هذا المجلد واكتب:

  python3 verify.py

يذكر البرنامج كل ملف ناقص (missing) أو مضاف (added) أو متغيّر (changed)، وتعني WHOLE أن النسخة
كاملة. وفي لينكس أيضًا:

  sha256sum -c manifest-sha256.txt

بمن تثق

القوائم تكشف التلف. أما من يغيّر ملفًا عن قصد فيمكنه أن يكتب قوائم جديدة. لذلك اطلب ممن أعطاك
الأرشيف "الختم" (seal) بطريق آخر، بالهاتف أو على ورق، وقارنه بما يطبعه البرنامج:

  python3 verify.py --seal 0123abcd...

النسخ الأصلية

إن وُجد المجلد data/originals ففيه الصفحات والملفات التي أُخذت منها التقارير كما هي، وفي آخر اسم كل
منها ".original" حتى لا تُفتح سهوًا: قد تشغّل صفحات من مواقع أخرى برامج أو تحمّل أشياء من الإنترنت.
"""
