// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: catalogues are read line by line

extension ScreenWords {
    /// English.
    package static let english = builtIn(englishText, language: "en")
    /// Chinese in simplified characters.
    package static let simplifiedChinese = builtIn(simplifiedChineseText, language: "zh-Hans")

    // What is built in is read like any file; a test keeps it free of mistakes and equal to its file.
    private static func builtIn(_ text: String, language: String) -> ScreenWords {
        (try? ScreenWords(text, name: language)) ?? ScreenWords(language: language, texts: [:])
    }

    /// The file `Devices/Screens/en.words`.
    static let englishText = #"""
        # What screens say in English.
        language = en

        starting = Starting
        please_wait = Please wait
        welcome = Welcome
        offline = No connection

        preparing = Preparing your code
        scan_to_pay = Scan to pay
        time_left = Time left
        valid_until = Valid until
        order = Order

        checking = Checking the payment
        do_not_pay_again = Please wait. Do not pay again.
        paid = Paid
        thank_you = Thank you
        paid_late = Paid too late
        ask_staff = Please ask the staff.

        not_paid = Not paid
        cancelled = The sale was cancelled.
        expired = The code has expired.
        refused = The payment was refused.
        unavailable = Paying by code is not possible now.
        ask_for_new_code = Please ask for a new code.

        test = Test

        """#

    /// The file `Devices/Screens/zh-Hans.words`.
    static let simplifiedChineseText = #"""
        # 屏幕上的文字（简体中文）
        language = zh-Hans

        starting = 正在启动
        please_wait = 请稍候
        welcome = 欢迎光临
        offline = 网络未连接

        preparing = 正在生成付款码
        scan_to_pay = 请扫码付款
        time_left = 剩余时间
        valid_until = 有效期至
        order = 单号

        checking = 正在确认付款
        do_not_pay_again = 请稍候，请勿重复付款
        paid = 付款成功
        thank_you = 谢谢惠顾
        paid_late = 付款超时到账
        ask_staff = 请联系店员

        not_paid = 未付款
        cancelled = 本次交易已取消
        expired = 二维码已过期
        refused = 付款被拒绝
        unavailable = 暂时无法扫码付款
        ask_for_new_code = 请向店员索取新的二维码

        test = 测试

        """#
}
