// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: catalogues are read line by line

extension ReceiptWords {
    /// English.
    package static let english = builtIn(englishText, language: "en")
    /// Simplified Chinese.
    package static let simplifiedChinese = builtIn(simplifiedChineseText, language: "zh-Hans")

    // What is built in is read like any file; a test keeps it free of mistakes and equal to its file.
    private static func builtIn(_ text: String, language: String) -> ReceiptWords {
        (try? ReceiptWords(text, name: language, needed: [])) ?? ReceiptWords(language: language, words: [:])
    }

    /// The file `Devices/Slips/en.words`.
    static let englishText = #"""
        # What slips say in English.
        language = en

        paid = PAID
        refunded = REFUNDED
        of_it_refunded = of this {refunded} was refunded
        copy = COPY
        refund = REFUND
        scan_to_pay = SCAN TO PAY
        pay_before = Pay before {pay_before}
        no_proof = This code is not a receipt
        duplicate = POSSIBLY A DUPLICATE
        interrupted = – the previous print was interrupted
        thanks = Thank you

        order = Order
        date = Date
        account = Paid with
        refund_account = Back to
        terminal = Terminal
        reference = Reference
        acquirer_reference = Acquirer ref.

        agreement = Agreement
        scan_to_sign = SCAN TO AGREE
        agreement_signed = AGREED
        agreement_ended = ENDED
        agreement_meaning = The shop may charge this payer without a scan, up to the limits above, until either side ends it.
        no_agreement = Nothing is agreed before it is signed
        payer = Payer
        charged_by = Charged by
        limit = At most at once
        day_limit = At most a day
        lasts_until = Until

        day_slip = DAY SLIP
        printed = Printed
        numbers = Numbers
        sales = Sales
        total = Total
        refunds = Refunds
        gone_back = Gone back
        chain_head = Journal seal of the day

        test_slip = TEST SLIP
        test_is_no_receipt = No receipt
        test_is_right = It is right if both rulers end at the edge in one line, and a phone reads the code.
        printer = Printer
        profile = Profile

        """#

    /// The file `Devices/Slips/zh-Hans.words`.
    static let simplifiedChineseText = #"""
        # 小票上的文字（简体中文）
        language = zh-Hans

        paid = 已付款
        refunded = 已全额退款
        of_it_refunded = 其中已退款 {refunded}
        copy = 副本
        refund = 已退款
        scan_to_pay = 请扫码付款
        pay_before = 请于 {pay_before} 前付款
        no_proof = 此码不是付款凭证
        duplicate = 可能重复
        interrupted = – 上次打印中断
        thanks = 谢谢惠顾

        order = 订单
        date = 日期
        account = 付款方式
        refund_account = 退回
        terminal = 终端
        reference = 商户单号
        acquirer_reference = 交易单号

        agreement = 协议
        scan_to_sign = 请扫码签约
        agreement_signed = 已签约
        agreement_ended = 已解约
        agreement_meaning = 商户可在上述限额内免密扣款，直至任一方解约。
        no_agreement = 签约前本单无效
        payer = 付款人
        charged_by = 扣款账户
        limit = 单笔限额
        day_limit = 每日限额
        lasts_until = 有效期至

        day_slip = 日结单
        printed = 打印时间
        numbers = 序号
        sales = 笔数
        total = 合计
        refunds = 退款笔数
        gone_back = 退款合计
        chain_head = 当日账本印记

        test_slip = 测试小票
        test_is_no_receipt = 此单不是收据
        test_is_right = 两行标尺各占满一行，且手机能扫出二维码，即为正确。
        printer = 打印机
        profile = 配置

        """#
}
