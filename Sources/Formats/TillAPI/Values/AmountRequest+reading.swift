// SPDX-License-Identifier: Apache-2.0

extension AmountRequest {
    /// The members that an amount knows.
    static let members = ["value", "decimal", "currency"]

    /// Takes exactly one of `value` and `decimal`; whether it can be sold is for others to say.
    init(reading object: RequestObject) throws(Problem) {
        let field = object.path
        switch (object.value("value"), object.value("decimal")) {
        case (_?, _?):
            throw Problem(
                .invalidAmount, "\(field) has both value and decimal: send one of them",
                field: field)
        case (_?, nil):
            figure = .value(try object.integer("value"))
        case (nil, .string(let text)?):
            let path = object.path(to: "decimal")
            guard DecimalText.isDecimal(text) else {
                throw Problem(
                    .invalidAmount, "\(path) is not an amount: write it like 12.50", field: path)
            }
            figure = .decimal(text)
        case (nil, let other?):
            throw RequestObject.wrongType(object.path(to: "decimal"), "text", other)
        case (nil, nil):
            let path = object.path(to: "value")
            throw Problem(
                .missingField,
                "\(path) is missing: send minor units as value, or a text as decimal",
                field: path)
        }
        let path = object.path(to: "currency")
        let tree = try object.required("currency", "three capital letters")
        guard case .string(let letters) = tree else {
            throw RequestObject.wrongType(path, "text", tree)
        }
        guard letters.utf8.count == 3, letters.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
        else {
            throw Problem(
                .unknownCurrency, "\(path) is not three capital letters: send one like CNY",
                field: path)
        }
        currency = letters
    }
}
