// SPDX-License-Identifier: Apache-2.0

/// Holds the words of screens in one language.
package struct ScreenWords: Hashable, Sendable {
    let starting: String
    let pleaseWait: String
    let welcome: String
    let preparing: String
    let scanToPay: String
    let timeLeft: String
    let validUntil: String
    let order: String
    let checking: String
    let doNotPayAgain: String
    let paid: String
    let thankYou: String
    let notPaid: String
    let cancelled: String
    let expired: String
    let refused: String
    let unavailable: String
    let askForNewCode: String
    let paidLate: String
    let askStaff: String

    /// The words of a language.
    package static func words(in language: ScreenLanguage) -> ScreenWords {
        switch language {
        case .english: english
        case .simplifiedChinese: simplifiedChinese
        }
    }

    /// All words one after the other, to find out whether a font has them.
    var everything: String {
        [
            starting, pleaseWait, welcome, preparing, scanToPay, timeLeft, validUntil, order, checking,
            doNotPayAgain, paid, thankYou, notPaid, cancelled, expired, refused, unavailable, askForNewCode,
            paidLate, askStaff,
        ].joined(separator: " ")
    }

    /// Says why there will be no payment, and what to do about it.
    func lines(for reason: NotPaidReason) -> [String] {
        switch reason {
        case .cancelled: [cancelled]
        case .expired: [expired, askForNewCode]
        case .refused: [refused, askForNewCode]
        case .unavailable: [unavailable, askStaff]
        }
    }

    private static let english = ScreenWords(
        starting: "Starting",
        pleaseWait: "Please wait",
        welcome: "Welcome",
        preparing: "Preparing your code",
        scanToPay: "Scan to pay",
        timeLeft: "Time left",
        validUntil: "Valid until",
        order: "Order",
        checking: "Checking the payment",
        doNotPayAgain: "Please wait. Do not pay again.",
        paid: "Paid",
        thankYou: "Thank you",
        notPaid: "Not paid",
        cancelled: "The sale was cancelled.",
        expired: "The code has expired.",
        refused: "The payment was refused.",
        unavailable: "Paying by code is not possible now.",
        askForNewCode: "Please ask for a new code.",
        paidLate: "Paid too late",
        askStaff: "Please ask the staff."
    )

    private static let simplifiedChinese = ScreenWords(
        starting: "正在启动",
        pleaseWait: "请稍候",
        welcome: "欢迎光临",
        preparing: "正在生成付款码",
        scanToPay: "请扫码付款",
        timeLeft: "剩余时间",
        validUntil: "有效期至",
        order: "单号",
        checking: "正在确认付款",
        doNotPayAgain: "请稍候，请勿重复付款",
        paid: "付款成功",
        thankYou: "谢谢惠顾",
        notPaid: "未付款",
        cancelled: "本次交易已取消",
        expired: "二维码已过期",
        refused: "付款被拒绝",
        unavailable: "暂时无法扫码付款",
        askForNewCode: "请向店员索取新的二维码",
        paidLate: "付款超时到账",
        askStaff: "请联系店员"
    )
}
