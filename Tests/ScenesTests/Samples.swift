// SPDX-License-Identifier: Apache-2.0

import Raster

@testable import Scenes

/// The screens and panels that the tests draw.
enum Samples {
    static let payload = "https://qr.alipay.com/bax03206gfd0000aabbccddee11223344"
    static let fontFile = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc#0"
    static let fonts = TypeSetter(fonts: [fontFile])
    static let amount = ShownAmount(text: "12.50", sign: "¥", code: "CNY")

    static let panels = [
        DisplayGeometry(width: 800, height: 480),
        DisplayGeometry(width: 480, height: 800),
        DisplayGeometry(width: 320, height: 240),
        DisplayGeometry(width: 1920, height: 1080),
    ]

    static func code(
        _ language: ScreenWords,
        payload: String = Samples.payload,
        amount: ShownAmount = Samples.amount
    ) -> CodeScreen {
        CodeScreen(
            payload: payload,
            amount: amount,
            merchant: merchant(language),
            method: language == .english ? "Alipay" : "支付宝",
            validity: .countdown(secondsLeft: 218, of: 300),
            order: "7F3K"
        )
    }

    static func merchant(_ language: ScreenWords) -> String {
        language == .english ? "Corner Tea" : "街角茶铺"
    }

    static func screens(_ language: ScreenWords) -> [Screen] {
        [
            .boot,
            .idle(IdleScreen(merchant: merchant(language))),
            .waiting(amount: amount, order: "7F3K"),
            .code(code(language)),
            .checking(amount: amount, order: "7F3K"),
            .paid(amount: amount, order: "7F3K"),
            .notPaid(.expired, order: "7F3K"),
            .paidLate(order: "7F3K"),
            .held(order: "7F3K"),
            .outOfOrder,
        ]
    }
}
