// SPDX-License-Identifier: Apache-2.0

extension DisplaySetting {
    /// Whether it is a panel of this machine, on whose glass the kernel's console may be.
    package var isPanel: Bool {
        switch self {
        case .none, .file, .png, .ansi: false
        default: true
        }
    }
}
