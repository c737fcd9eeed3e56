// SPDX-License-Identifier: Apache-2.0

import SelfScan

extension DisplayReport {
    /// What is wrong with the last code that was read back, in words for people; nil if nothing is.
    package var fault: String? {
        guard let scan else { return nil }
        let what = scan.isSample ? "a sample of a code" : "the last code"
        return switch scan.result.verdict {
        case .matches: nil
        case .noCode: "\(what) could not be read from its picture: use a larger display or look at its settings"
        case .otherCode(let text): "\(what) said \"\(text)\" in its picture: do not sell with this display"
        case .severalCodes: "\(what) was not the only one in its picture: do not sell with this display"
        case .notRead: "\(what) could not be looked at: look at the machine's memory"
        }
    }

    /// What a person should know although it works, a sentence each.
    package var warnings: [String] {
        guard let measure = scan?.result.measure else { return [] }
        var warnings: [String] = []
        if measure.isSmall { warnings.append("the modules of its codes are small: a phone has to come close") }
        if measure.isCramped {
            warnings.append("the white border of its codes is narrow: some phones will not read them")
        }
        if pitch == nil {
            warnings.append("nobody knows how large its pixels are: name its profile in the configuration")
        }
        return warnings
    }
}
