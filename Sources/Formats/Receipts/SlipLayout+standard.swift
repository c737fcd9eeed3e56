// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: a layout is read line by line

extension SlipLayout {
    /// The layout that is built in.
    package static let standard: SlipLayout =
        // It is read like any file; a test keeps it free of mistakes and equal to its file.
        (try? SlipLayout(standardText, name: "standard.slips", over: nil)) ?? SlipLayout(sections: [:])

    /// The file `Devices/Slips/standard.slips`.
    static let standardText = #"""
        # The slips that are built in. To change them, copy what differs into a file of
        # your own and name it in the settings: sections that your file lacks stay as
        # they are here. README.md beside this file says what each line means.

        languages own

        # Parts that all slips use. The header and the footer are for a shop's own lines.

        [header]

        [footer]

        [warning]
        if duplicate
          center large bold: <duplicate>
          center tall bold: <interrupted>
          rule
        end

        [order_line]
        center plain: <order> {order}

        [top]
        use warning
        use order_line
        blank
        logo
        use header
        center fit lines=2: {merchant}
        blank

        [bottom]
        use footer
        use order_line

        [state]
        if refunded_whole
          center fit bold: <refunded>
        else
          center fit bold: <paid>
        end

        [subject]
        if subject
          rule
          left lines=3: {subject}
        end

        [numbers]
        row: <terminal> | {terminal}
        row: <reference> | {reference}
        row: <acquirer_reference> | {acquirer_reference}

        # A paid sale: the one original.

        [sale]
        use top
        use state
        use sale_body
        center: <thanks>
        use bottom

        [sale_body]
        center fit bold: {amount}
        if refunded and not refunded_whole
          center tall bold: <of_it_refunded>
        end
        blank
        use subject
        rule
        row: <date> | {date} {time}
        row: <account> | {account}
        use numbers
        rule

        # A further slip of the same sale.

        [copy]
        use top
        center fit bold: <copy> {number}
        use state
        use sale_body
        use bottom

        # Money that went back.

        [refund]
        use top
        center fit bold: <refund>
        center fit bold: {amount}
        blank
        use subject
        rule
        row: <date> | {date} {time}
        row: <refund_account> | {account}
        use numbers
        rule
        use bottom

        # A code to pay with, where no screen shows it.

        [code]
        use top
        center fit bold: <scan_to_pay>
        center fit bold: {amount}
        blank
        use subject
        qr: {code}
        center tall bold: <pay_before>
        center: <no_proof>
        blank
        row: <date> | {date} {time}
        row: <terminal> | {terminal}
        rule
        use bottom

        # A permission to charge without a scan.

        [agreement]
        use warning
        center plain: <agreement> {agreement}
        blank
        logo
        use header
        center fit lines=2: {merchant}
        blank
        if unsigned
          center fit bold: <scan_to_sign>
        end
        if ended
          center fit bold: <agreement_ended>
        end
        if not unsigned and not ended
          center fit bold: <agreement_signed>
        end
        blank
        use subject
        if unsigned
          qr: {code}
          center: <no_agreement>
        end
        rule
        row: <date> | {date} {time}
        row: <payer> | {payer}
        row: <charged_by> | {account}
        row: <limit> | {limit}
        row: <day_limit> | {day_limit}
        row: <lasts_until> | {pay_before}
        use numbers
        rule
        if not unsigned and not ended
          left: <agreement_meaning>
          blank
        end
        use footer
        center plain: <agreement> {agreement}

        # The end of a day.

        [day]
        logo
        use header
        center fit lines=2: {merchant}
        blank
        center fit bold: <day_slip>
        center tall bold: {day}
        blank
        rule
        row: <terminal> | {terminal}
        row: <printed> | {date} {time}
        row: <numbers> | {first} - {last}
        rule
        row bold: <sales> | {count}
        each sums
          row bold: <total> | {total}
        end
        if accounts
          rule
          each accounts
            row: {account} | {count} | {total}
          end
        end
        if refund_count
          rule
          row bold: <refunds> | {refund_count}
          each refund_sums
            row bold: <gone_back> | {total}
          end
        end
        rule
        use day_seal
        use footer

        [day_seal]
        if head
          center: <chain_head>
          qr: {head}
          left: {head}
        end

        # What shows whether a printer is set up right.

        [test]
        logo
        use header
        center fit lines=2: {merchant}
        blank
        center fit bold: <test_slip>
        center tall bold: <test_is_no_receipt>
        blank
        left: {ruler}
        rule
        row: <terminal> | {terminal}
        row: <printer> | {printer}
        row: <profile> | {profile}
        row: <printed> | {date} {time}
        rule
        left: Aa Zz 0123456789 äöüß éèñ
        left: € £ ¥ ₩ ₫ ₹ ₽
        left: 你好 謝謝 こんにちは 안녕하세요
        left: Привет Γειά Xin chào
        left bold: Bold
        left tall: Tall
        left large: Large
        rule
        qr: {code}
        left: {ruler}
        left: <test_is_right>
        use footer

        # The block that ends a day on the roll of a journal printer.

        [journal_day]
        rule
        row bold: <day_slip> | {day}
        row: <numbers> | {first} - {last}
        row bold: <sales> | {count}
        each sums
          row bold: <total> | {total}
        end
        each accounts
          row: {account} | {count} | {total}
        end
        if refund_count
          row: <refunds> | {refund_count}
          each refund_sums
            row: <gone_back> | {total}
          end
        end
        use day_seal
        rule
        cut

        """#

    /// A layout of nothing but sections.
    private init(sections: [String: [SlipNode]]) {
        self.sections = sections
        languages = []
        words = []
    }
}
