// SPDX-License-Identifier: Apache-2.0

/// What a slip says besides its content, in one language.
package struct ReceiptWords: Sendable, Hashable {
    /// The word that a sale bears.
    package let paid: String
    /// The word that a copy bears before its number.
    package let copy: String
    /// The word that a refund bears.
    package let refund: String
    /// The line above a payment code.
    package let scanToPay: String
    /// The line that says that a code is no proof.
    package let noProof: String
    /// The words before and after the time until which a code can be paid.
    package let payBefore: [String]
    /// The first line of a slip that may have been printed before.
    package let duplicate: String
    /// Why it may have been.
    package let interrupted: String
    /// The labels of the rows.
    package let labels: ReceiptLabels
    /// The last words.
    package let thanks: String

    /// English.
    package static let english = ReceiptWords(
        paid: "PAID", copy: "COPY", refund: "REFUND", scanToPay: "SCAN TO PAY",
        noProof: "This code is not a receipt", payBefore: ["Pay before ", ""],
        duplicate: "POSSIBLY A DUPLICATE", interrupted: "\u{2013} the previous print was interrupted",
        labels: ReceiptLabels(
            order: "Order", date: "Date", account: "Paid with", refundAccount: "Back to", terminal: "Terminal",
            reference: "Reference", acquirerReference: "Acquirer ref."),
        thanks: "Thank you")

    /// Simplified Chinese.
    package static let simplifiedChinese = ReceiptWords(
        paid: "已付款", copy: "副本", refund: "已退款", scanToPay: "请扫码付款",
        noProof: "此码不是付款凭证", payBefore: ["请于 ", " 前付款"],
        duplicate: "可能重复", interrupted: "\u{2013} 上次打印中断",
        labels: ReceiptLabels(
            order: "订单", date: "日期", account: "付款方式", refundAccount: "退回", terminal: "终端",
            reference: "商户单号", acquirerReference: "交易单号"),
        thanks: "谢谢惠顾")

    /// Finds words by a language tag such as `en` or `zh-Hans`; nil if there are none.
    package static func language(_ tag: String) -> ReceiptWords? {
        switch tag.lowercased() {
        case "en": english
        case "zh-hans", "zh-cn", "zh": simplifiedChinese
        default: nil
        }
    }
}
