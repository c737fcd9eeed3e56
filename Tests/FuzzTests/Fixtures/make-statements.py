#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the statements of the corpus: what the sandbox wrote of one day, and each kind of damage to it.

Run it beside the folder `corpus`. Source: RFC 4180, section 2.
"""
import pathlib

DAY = """\
kind,order_no,payment_id,refund_no,refund_id,amount,currency,at,terminal
payment,01KDV4Y3ZQ8X5T2M7N6P9R0SVW,pay_MXC8RYYESQ2ZD9G3ACJC0X39C9,,,1250,CNY,2026-03-01T09:30:00.001Z,T-0001
payment,01KDV5B7C9D1E3F5G7H9J1K3MN,pay_YHJN1GKMSETH20VW5GBEZVWDH6,,,1,CNY,2026-03-01T09:30:00.003Z,T-0001
payment,A-3,pay_9SM3Z0VXZ43S8DN0H9NKPA5AB4,,,30,CNY,2026-03-01T09:30:00.005Z,T-0001
payment,NEVER-VXZ43S8DN0H9NKPA5AB4,pay_NEVER-VXZ43S8DN0H9NKPA5AB4,,,30,CNY,2026-03-01T09:30:00.005Z,T-0001
payment,B-6,pay_XZBJTCK0ATMH48D2144DW4PWG5,,,1250,CNY,2026-03-01T09:30:00.007Z,T-0002
payment,B-13,pay_5JRQ3YWF94VND2S6P06EYVEDZB,,,1250,CNY,2026-03-01T09:30:00.009Z,"柜台, ""二\"""
refund,A-3,pay_9SM3Z0VXZ43S8DN0H9NKPA5AB4,console_H1RSR469N0G29V5RZE945BGTW1,ref_7348QQT3XJED7Y7ZKYMXYV2NWD,10,CNY,\
2026-03-01T09:30:00.010Z,T-0001
payment,01KDV5B7C9D1E3F5G7H9J1K3MN,pay_00KP9MWEVT649NPG13M60SQX5C,,,1,CNY,2026-03-01T09:30:01.003Z,T-0001
""".replace("\n", "\r\n")
HEADER = DAY.split("\r\n")[0] + "\r\n"
PLAIN = HEADER.replace(",terminal", "")
LINE = "payment,A-1,pay_7,,,1250,CNY,2025-12-31T17:30:00.001+08:00,T-0001\r\n"
BARE = LINE.replace(",T-0001", "")
REFUND = "refund,A-1,pay_7,R-1,ref_1,250,CNY,2025-12-31T23:59:59Z\r\n"


def write(name, text):
    file = pathlib.Path(__file__).parent / "corpus" / "statement" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())


def with_field(column, text):
    fields = BARE[:-2].split(",")
    fields[column] = text
    return PLAIN + ",".join(fields) + "\r\n" + BARE


write("read-day", DAY)
write("read-day-without-terminals", PLAIN + "".join(
    line.rsplit(",", 1)[0] + "\r\n" for line in DAY.split("\r\n")[1:-1] if "柜台" not in line))
write("read-empty", PLAIN)
write("read-payment", PLAIN + BARE)
write("read-refund", PLAIN + REFUND)
write("read-payment-with-terminal", HEADER + LINE)
write("read-refund-with-terminal", HEADER + REFUND[:-2] + ",T-0002")
write("read-offset", PLAIN + BARE.replace("+08:00", "-03:30").replace("CNY", "BHD"))
write("read-smallest", PLAIN + BARE.replace("1250", "1").replace("A-1", "-")[:-2])
write("read-terminal-in-quotes", HEADER + LINE.replace("T-0001", '"a"", ""b"""') + LINE.replace("T-0001", '""'))
write("read-empty-with-terminals", HEADER[:-2])
write("read-terminal-left-out", HEADER + LINE.replace("T-0001", "") + LINE.replace("T-0001", '"  "') + LINE)
write("read-terminal-over-two-lines", HEADER + LINE.replace("T-0001", '"T\r\n1"') + LINE)
write("read-terminal-of-256-bytes", HEADER + LINE.replace("T-0001", "𠮷" * 64))
write("read-quoted", ",".join(f'"{name}"' for name in PLAIN[:-2].split(",")) + "\r\n"
      + ",".join(f'"{field}"' for field in BARE[:-2].split(",")))
write("read-twice", PLAIN + BARE + REFUND + BARE + REFUND)
write("read-currencies", PLAIN + BARE.replace("CNY", "JPY") + BARE.replace("CNY", "KWD") + BARE.replace("CNY", "USD"))
write("read-largest", PLAIN + BARE.replace("1250", "1000000000000") * 3)
write("read-times", PLAIN + "".join(BARE.replace("2025-12-31T17:30:00.001+08:00", time) for time in (
    "2016-12-31T23:59:60Z", "2024-02-29t00:00:00.123456789z", "2025-12-31 09:30:00-23:59",
    "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59.999-23:59", "1969-12-31T23:59:59.999Z")))

write("refused-nothing", "")
write("refused-json", '{"lines":[]}')
write("refused-page", "<!doctype html>\r\n<title>Sign in</title>\r\n")
write("refused-utf16", DAY.encode("utf-16"))
write("refused-byte-order-mark", "\ufeff" + DAY)
write("refused-line-feeds", DAY.replace("\r\n", "\n"))
write("refused-carriage-returns", DAY.replace("\r\n", "\r"))
write("refused-semicolons", DAY.replace(",", ";"))
write("refused-empty-line", PLAIN + BARE + "\r\n" + BARE)
write("refused-header-missing", BARE + REFUND)
write("refused-header-again", PLAIN + BARE + PLAIN + BARE)
write("refused-header-other-order", PLAIN.replace("currency,at", "at,currency") + BARE)
write("refused-header-other-column", PLAIN[:-2] + ",fee\r\n" + LINE)
write("refused-header-more-columns", HEADER[:-2] + ",fee\r\n" + LINE[:-2] + ",1\r\n")
write("refused-line-without-terminal", HEADER + LINE + BARE)
write("refused-line-with-terminal", PLAIN + BARE + LINE)
write("refused-cut", DAY[:-40])
write("refused-zeros", DAY.encode()[:300] + bytes(200))
write("refused-kind", with_field(0, "fee"))
write("refused-number-empty", with_field(1, ""))
write("refused-number-long", with_field(1, "A" * 65))
write("refused-number-nul", with_field(1, "A\0"))
write("refused-number-wide", with_field(1, "Ａ-１"))
write("refused-reference-path", with_field(2, "../refunds/ref_1"))
write("refused-payment-with-refund", with_field(3, "R-1"))
write("refused-refund-without-number", PLAIN + REFUND.replace("R-1", ""))
for number, amount in enumerate(("0", "-1", "01", "12.50", "1e3", "1250 ", "１２５０", "1000000000001", "18446744073709551617")):
    write(f"refused-amount-{number}", with_field(5, amount))
for number, currency in enumerate(("", "cny", "XXQ", "156")):
    write(f"refused-currency-{number}", with_field(6, currency))
for number, time in enumerate(("2025-12-31", "2025-12-31T09:30:00", "2025-02-29T09:30:00Z", "0000-12-31T09:30:00Z")):
    write(f"refused-time-{number}", with_field(7, time))
write("refused-quote-within", with_field(1, 'A"1'))
write("refused-quote-after", with_field(1, '"A"1'))
write("refused-quote-open", with_field(1, '"A'))
write("refused-field-long", with_field(1, '"' + "A" * 129 + '"'))
write("refused-field-endless", with_field(1, '"' + '""' * 900))
write("refused-terminal-long", HEADER + LINE.replace("T-0001", "T" * 257))
write("refused-not-utf8", PLAIN.encode() + b"payment,\xc3\x28,pay_7,,,1,CNY,2025-12-31T09:30:00Z\r\n")
