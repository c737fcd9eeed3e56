// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DeviceProfiles

/// What the configuration says of the displays.
struct DisplayParts {
    /// Each as it is opened, in their order.
    let all: [Parts.Display]

    /// Reads them, and notes what is wrong.
    ///
    /// - Parameters:
    ///   - displays: as they are configured.
    ///   - devices: the folder of profiles.
    ///   - known: what ``known(_:)`` has read of it.
    init(
        _ displays: [Settings.Display], devices: String, known: DisplayProfiles?, _ faults: inout [String]
    ) {
        let folder = Self.folder(devices)
        var all: [Parts.Display] = []
        for display in displays {
            let key = "displays.\(display.name)"
            var options = DisplayOptions(
                width: display.width, height: display.height, profiles: known, elapsed: SystemClocks.continuous)
            options.profile = display.stand.profile.flatMap { Self.profile($0, folder, "\(key).profile", &faults) }
            do throws(DeviceError) {
                options.framebuffer = try FramebufferOptions(words: display.panel)
            } catch {
                faults.append("\(key).\(error)")
            }
            do throws(DeviceError) {
                let setting = try DisplaySetting(display.device)
                let stand = StandPlan(display, setting, profile: options.profile, &faults)
                all.append(Parts.Display(name: display.name, setting: setting, options: options, stand: stand))
            } catch {
                faults.append("\(key).device: \(error)")
            }
        }
        self.all = all
    }

    /// The profiles that a display is looked for in; nil if one of them cannot be read.
    ///
    /// - Parameter devices: the folder of profiles.
    static func known(_ devices: String) -> DisplayProfiles? {
        do throws(ProfileError) {
            return try DisplayProfiles.load(folder: folder(devices))
        } catch {
            // A file that nobody has named shall darken no display: its driver is believed.
            return nil
        }
    }

    private static func folder(_ devices: String) -> String { "\(devices)/Displays" }

    private static func profile(
        _ name: String, _ folder: String, _ key: String, _ faults: inout [String]
    ) -> DisplayProfile? {
        do throws(ProfileError) {
            if let profile = try DisplayProfiles.load(name, folder: folder) { return profile }
            let known = try DisplayProfiles.ids(folder: folder).joined(separator: ", ")
            faults.append("\(key): there is no profile \"\(name)\" in \(folder): these are: \(known)")
        } catch {
            faults.append("\(key): \(error)")
        }
        return nil
    }
}
