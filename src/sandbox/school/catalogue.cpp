// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/school/catalogue.h"

#include <algorithm>
#include <array>

namespace lectern::sandbox::school {

namespace {

struct Known
{
    std::string_view code;
    std::string_view title;
    std::string_view subject;
    std::size_t learners;
    std::size_t groups;
};

struct Subject
{
    std::string_view name;
    std::string_view prefix;
    std::array<std::string_view, 10> topics;
};

// clang-format off
constexpr auto known = std::to_array<Known>({
    {"BIO-1A", "Biology for beginners", "Biology", 27, 2},
    {"BIO-1B", "Biology for beginners", "Biology", 25, 2},
    {"BIO-3", "Evolution", "Biology", 14, 0},
    {"CHEM-2", "Chemistry, second year", "Chemistry", 22, 0},
    {"MATH-3B", "Functions and their graphs", "Mathematics", 24, 2},
    {"FR-2", "Français: de Molière à Annie Ernaux", "French", 19, 0},
    {"ES-1", "Español desde cero", "Spanish", 21, 0},
    {"HIST-4", "Europe since 1914", "History", 18, 0},
    {"GEO-2", "Rivers, coasts, cities", "Geography", 20, 0},
    {"PHYS-3", "Waves and fields", "Physics", 16, 0},
    {"ART-1", "Drawing from life", "Art", 15, 0},
    {"INF-2", "Programming, second year", "Computing", 17, 2},
});

constexpr auto subjects = std::to_array<Subject>({
    {"Biology", "BIO", {"Photosynthesis I", "Photosynthesis II", "Cell respiration, step by step", "Enzymes at work", "Osmosis with potatoes", "DNA: reading the recipe", "Mitosis and meiosis", "Mendel's peas", "Food webs of the lake", "Mock exam, part 2"}},
    {"Chemistry", "CHEM", {"Acids, bases, alibis", "The mole, without fear", "Bonding", "Redox in the kitchen", "Titration practice", "Le Châtelier's principle", "Naming carbon chains", "Reaction rates", "Open lab", "Mock exam, part 1"}},
    {"Mathematics", "MATH", {"Lines and slopes", "Quadratics", "The unit circle", "Logarithms", "Derivatives by hand", "Optimising a tin", "Sequences", "Probability trees", "Vectors in the plane", "Problem session"}},
    {"French", "FR", {"Le subjonctif, enfin", "Molière : L'Avare, acte I", "Écrire une lettre", "La négation", "Débat : faut-il des devoirs ?", "Où, ou, août", "Annie Ernaux : La Place", "Passé composé ou imparfait ?", "Dictée", "Révision générale"}},
    {"Spanish", "ES", {"¿Ser o estar?", "Mi familia y yo", "El pretérito", "Año nuevo, verbos nuevos", "De compras en Logroño", "La canción de la semana", "Por y para", "Lorca: tres poemas", "Conversación", "Repaso del examen"}},
    {"History", "HIST", {"Summer 1914", "Versailles", "The crash of 1929", "Guernica", "1945: whose victory?", "The Iron Curtain", "Rome 1957", "Prague, 1968", "1989", "Source work: posters"}},
    {"Geography", "GEO", {"How rivers meander", "Deltas", "Longshore drift", "Growing cities", "Reading a map", "Field trip briefing", "Climate graphs", "Glaciers of the Alps", "Tourism and its price", "Case study: Málaga"}},
    {"Physics", "PHYS", {"Standing waves", "The double slit", "Doppler on the motorway", "Electric fields", "Ohm's law again", "Magnets", "Induction", "Lenses", "Uncertainty", "Exam technique"}},
    {"Art", "ART", {"Hands", "Light and shadow", "Perspective", "Portrait in ten lines", "Käthe Kollwitz", "Colour circles", "Cézanne's apples", "Collage", "Sketchbook review", "Exhibition planning"}},
    {"Computing", "INF", {"Loops", "Lists and dictionaries", "Debugging out loud", "Recursion, recursively", "Sorting", "Files", "A first web page", "Encryption", "Project work", "Show and tell"}},
});

constexpr auto own = std::to_array<std::string_view>({
    "Parents' evening: 3B", "Office hour", "Tutor group 3B", "Mentoring: one to one", "Exam board",
    "Réunion pédagogique", "Music rehearsal", "Careers talk", "Student council", "Reading club: Börne to Böll",
});
// clang-format on

const Subject &subjectNamed(std::string_view name)
{
    const auto *found = std::ranges::find(subjects, name, &Subject::name);
    return found == subjects.end() ? subjects.front() : *found;
}

/// Past the prospectus: BIO-5C, CHEM-5C, … BIO-5D, …
CourseEntry parallelClass(std::size_t number)
{
    const Subject &subject = subjects[number % subjects.size()];
    const std::size_t round = number / subjects.size();
    const std::string letter(1, static_cast<char>('C' + static_cast<char>(round % 20)));
    const std::string level = std::to_string(5 + round / 20);
    const std::string code = std::string(subject.prefix) + "-" + level + letter;
    return {code, std::string(subject.name) + ", class " + level + letter, std::string(subject.name),
        18 + number % 9, 0};
}

} // namespace

CourseEntry courseEntry(std::size_t place)
{
    if (place >= known.size())
        return parallelClass(place - known.size());
    const Known &entry = known[place];
    return {std::string(entry.code), std::string(entry.title), std::string(entry.subject), entry.learners,
        entry.groups};
}

std::span<const std::string_view> topics(std::string_view subject)
{
    return subjectNamed(subject).topics;
}

std::string topic(std::string_view subject, std::size_t lesson)
{
    const auto list = topics(subject);
    const std::size_t round = lesson / list.size();
    std::string text(list[lesson % list.size()]);
    return round == 0 ? text : text + " (" + std::to_string(round + 1) + ")";
}

std::span<const std::string_view> ownTopics()
{
    return own;
}

} // namespace lectern::sandbox::school
