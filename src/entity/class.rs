//! What sort of thing an entity is, as far as linking cares.

use super::file::Entity;

/// The sort of an entity, from its schema.org type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum Class {
    Other,
    Person,
    Country,
    Region,
    City,
    Water,
    Mountain,
    Site,
    Office,
    Party,
    Media,
    Company,
    Sport,
    Body,
    Work,
    Event,
}

impl Class {
    const ALL: [Class; 16] = [
        Class::Other,
        Class::Person,
        Class::Country,
        Class::Region,
        Class::City,
        Class::Water,
        Class::Mountain,
        Class::Site,
        Class::Office,
        Class::Party,
        Class::Media,
        Class::Company,
        Class::Sport,
        Class::Body,
        Class::Work,
        Class::Event,
    ];

    /// The class of a schema.org type, with or without its address.
    pub(crate) fn of_type(kind: &str) -> Class {
        let name = kind.rsplit(['/', ':', '#']).next().unwrap_or(kind);
        match name {
            "Person" | "Patient" => Class::Person,
            "Country" => Class::Country,
            "City" => Class::City,
            "AdministrativeArea" | "State" | "SchoolDistrict" => Class::Region,
            "Mountain" | "Volcano" => Class::Mountain,
            "GovernmentOrganization" => Class::Office,
            "PoliticalParty" => Class::Party,
            "Event" | "Festival" => Class::Event,
            "Place"
            | "Landform"
            | "Continent"
            | "Airport"
            | "CivicStructure"
            | "Residence"
            | "TouristAttraction"
            | "LandmarksOrHistoricalBuildings"
            | "Accommodation" => Class::Site,
            _ => Class::of_family(name),
        }
    }

    /// The class of a type by the word that its name ends in.
    fn of_family(name: &str) -> Class {
        const FAMILIES: [(&str, Class); 24] = [
            ("BodyOfWater", Class::Water),
            ("MediaOrganization", Class::Media),
            ("Periodical", Class::Media),
            ("Newspaper", Class::Media),
            ("Magazine", Class::Media),
            ("Station", Class::Media),
            ("WebSite", Class::Media),
            ("Corporation", Class::Company),
            ("Business", Class::Company),
            ("Store", Class::Company),
            ("Airline", Class::Company),
            ("SportsTeam", Class::Sport),
            ("SportsOrganization", Class::Sport),
            ("SportsClub", Class::Sport),
            ("Organization", Class::Body),
            ("University", Class::Body),
            ("School", Class::Body),
            ("Group", Class::Body),
            ("Project", Class::Body),
            ("Event", Class::Event),
            ("River", Class::Water),
            ("Lake", Class::Water),
            ("Building", Class::Site),
            ("Place", Class::Site),
        ];
        const WORKS: [&str; 8] =
            ["Work", "Book", "Movie", "Series", "Album", "Recording", "Article", "Legislation"];
        let family = FAMILIES.iter().find(|(ending, _)| name.ends_with(ending));
        let water = ["River", "Lake", "Sea", "Ocean", "Canal", "Reservoir"]
            .iter()
            .any(|w| name.starts_with(w));
        match family {
            Some((_, class)) => *class,
            None if water => Class::Water,
            None if WORKS.iter().any(|work| name.ends_with(work)) => Class::Work,
            None => Class::Other,
        }
    }

    /// The class with this number in a pack; anything above 15 is the rest's.
    pub(crate) fn from_number(number: u8) -> Class {
        Class::ALL.get(number as usize).copied().unwrap_or(Class::Other)
    }

    pub(crate) fn is_place(self) -> bool {
        Classes::PLACES.has(self)
    }
}

/// What is noted of every entity.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Traits {
    pub class: Class,
    /// Twice the binary logarithm of one more than the publisher's weight, at most 15.
    pub weight: u8,
}

impl Traits {
    pub(crate) fn of(entity: &Entity) -> Traits {
        let weight = (2.0 * (1.0 + entity.weight()).log2()).round().min(15.0);
        Traits { class: Class::of_type(entity.kind()), weight: weight as u8 }
    }

    /// As a pack has them in one byte.
    pub(crate) fn byte(self) -> u8 {
        self.class as u8 | self.weight << 4
    }

    pub(crate) fn of_byte(byte: u8) -> Traits {
        Traits { class: Class::from_number(byte & 15), weight: byte >> 4 }
    }
}

/// A set of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Classes(u16);

impl Classes {
    pub(crate) const NONE: Classes = Classes(0);
    pub(crate) const PERSON: Classes = Classes::of(&[Class::Person]);
    pub(crate) const PLACES: Classes = Classes::of(&[
        Class::Country,
        Class::Region,
        Class::City,
        Class::Water,
        Class::Mountain,
        Class::Site,
    ]);
    pub(crate) const BODIES: Classes = Classes::of(&[
        Class::Office,
        Class::Party,
        Class::Media,
        Class::Company,
        Class::Sport,
        Class::Body,
    ]);

    pub(crate) const fn of(classes: &[Class]) -> Classes {
        let mut bits = 0;
        let mut at = 0;
        while at < classes.len() {
            bits |= 1 << classes[at] as u16;
            at += 1;
        }
        Classes(bits)
    }

    pub(crate) const fn or(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }

    pub(crate) fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u16) != 0
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a class of the same family (places, bodies) is in the set, so
    /// that a loosely typed entity may still be meant. A paper is no loosely
    /// typed club.
    pub(crate) fn has_kin_of(self, class: Class) -> bool {
        const BODY: Classes = Classes::of(&[Class::Body]);
        let family = if class.is_place() {
            Classes::PLACES
        } else if matches!(class, Class::Media | Class::Sport) {
            BODY.or(Classes(1 << class as u16))
        } else if Classes::BODIES.has(class) {
            Classes::BODIES
        } else {
            Classes(1 << class as u16)
        };
        self.0 & family.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_have_their_classes() {
        let rows = [
            ("Person", Class::Person),
            ("https://schema.org/City", Class::City),
            ("NewsMediaOrganization", Class::Media),
            ("Organization", Class::Body),
            ("RiverBodyOfWater", Class::Water),
            ("TVSeries", Class::Work),
            ("SportsEvent", Class::Event),
            ("Whatever", Class::Other),
        ];
        for (name, class) in rows {
            assert_eq!(Class::of_type(name), class, "{name}");
        }
        assert!(Class::ALL.iter().enumerate().all(|(number, class)| *class as usize == number));
    }
}
